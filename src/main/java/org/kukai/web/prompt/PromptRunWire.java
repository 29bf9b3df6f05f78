package org.kukai.web.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.prompt.writing.Approval;
import org.kukai.prompt.writing.PromptRun;
import org.kukai.prompt.writing.PromptRunOrder;
import org.kukai.prompt.writing.RunTally;
import org.kukai.prompt.writing.TopicChoice;
import org.kukai.prompt.writing.WritingSettings;
import org.kukai.prompt.writing.WrittenPrompt;
import org.kukai.web.Texts;

/** Prompt runs as the API writes them. */
final class PromptRunWire {
    /**
     * What a script asks for; what it leaves out is as in the form of the page.
     *
     * @param topics these topics, or
     * @param starterTopics so many of the starter set's, or
     * @param proposedTopics so many as the model proposes, around the theme when there is one
     */
    record Wanted(
            @Nullable String model,
            @Nullable List<@Nullable String> topics,
            @Nullable Integer starterTopics,
            @Nullable Integer proposedTopics,
            @Nullable String theme,
            @Nullable Integer perTopic,
            @Nullable Integer answersPerTopic,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable Integer maxInFlight,
            @Nullable Double likeness) {}

    /** A prompt run and how far it is: calls that are planned, made (further tries included), answered and given up, then candidates. */
    record Shown(
            UUID id,
            String model,
            String status,
            @Nullable String statusReason,
            int topics,
            int topicsWanted,
            long planned,
            long calls,
            long answered,
            long failed,
            long promptTokens,
            long completionTokens,
            long written,
            long kept,
            long approved,
            long dropped,
            Map<String, Long> refused,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant approvedAt,
            WritingSettings settings) {}

    /** A candidate with its verdict. */
    record Row(
            UUID id,
            String topic,
            String text,
            String state,
            @Nullable String reason,
            @Nullable String like,
            @Nullable Float likeness,
            boolean rescued,
            @Nullable UUID promptId) {
        static Row of(WrittenPrompt w) {
            return new Row(
                    w.id,
                    w.topic,
                    w.text,
                    w.state.spelled(),
                    w.reason == null ? null : w.reason.spelled(),
                    w.likeText,
                    w.likeness,
                    w.rescued,
                    w.promptId);
        }
    }

    /** What came of an approval, and how the run stands then. */
    record Approved(int added, int duplicates, Shown run) {
        static Approved of(Approval approval, Shown run) {
            return new Approved(approval.added(), approval.duplicates(), run);
        }
    }

    private PromptRunWire() {}

    static PromptRunOrder order(@Nullable Wanted wanted) {
        if (wanted == null || wanted.model == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Say which model is to be asked: {\"model\":\"composer\"}.");
        }
        WritingSettings usual = WritingSettings.usual(wanted.perTopic);
        WritingSettings settings = new WritingSettings(
                usual.perTopic(),
                Objects.requireNonNullElse(wanted.answersPerTopic, usual.answersPerTopic()),
                Objects.requireNonNullElse(wanted.temperature, usual.temperature()),
                Objects.requireNonNullElse(wanted.maxTokens, usual.maxTokens()),
                Objects.requireNonNullElse(wanted.maxInFlight, usual.maxInFlight()),
                Objects.requireNonNullElse(wanted.likeness, usual.likeness()));
        return new PromptRunOrder(wanted.model, topics(wanted), settings);
    }

    private static TopicChoice topics(Wanted wanted) {
        long ways = Stream.of(wanted.topics, wanted.starterTopics, wanted.proposedTopics)
                .filter(Objects::nonNull)
                .count();
        if (ways != 1) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Say what the prompts are to be about in one of three ways: \"topics\":[\"moss\"],"
                            + " \"starterTopics\":50 or \"proposedTopics\":20.");
        }
        if (wanted.starterTopics != null) {
            return new TopicChoice.Starter(wanted.starterTopics);
        }
        if (wanted.proposedTopics != null) {
            return new TopicChoice.Proposed(wanted.proposedTopics, wanted.theme);
        }
        return new TopicChoice.Given(Texts.required("topics", wanted.topics, TopicChoice.MOST));
    }

    static Shown shown(PromptRun run, RunTally tally) {
        return new Shown(
                run.id,
                run.modelName,
                run.status.spelled(),
                run.statusReason,
                run.topics,
                run.topicsWanted,
                tally.planned(),
                tally.made(),
                tally.answered(),
                tally.failed(),
                tally.promptTokens(),
                tally.completionTokens(),
                tally.written(),
                tally.kept(),
                tally.approved(),
                tally.dropped(),
                tally.refused().entrySet().stream()
                        .collect(Collectors.toMap(e -> e.getKey().spelled(), Map.Entry::getValue)),
                run.createdAt,
                run.startedAt,
                run.finishedAt,
                run.approvedAt,
                run.settings);
    }
}
