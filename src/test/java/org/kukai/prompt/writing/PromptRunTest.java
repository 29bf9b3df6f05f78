package org.kukai.prompt.writing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.prompt.Prompt;
import org.kukai.prompt.Split;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kukai.prompt.writing.PromptRunCast.ended;
import static org.kukai.prompt.writing.PromptRunCast.run;
import static org.kukai.prompt.writing.PromptRunCast.runs;
import static org.kukai.prompt.writing.PromptRunCast.tally;
import static org.kukai.prompt.writing.PromptRunCast.word;
import static org.kukai.prompt.writing.PromptRunCast.written;

@QuarkusTest
class PromptRunTest {
    private static final WritingSettings USUAL = WritingSettings.usual(10);

    private final OpenAiServer server = OpenAiServer.start();

    @Inject
    Clock clock;

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @Test
    void keepsRequestsAndRefusesTheRestEachWithItsReason() {
        String word = word();
        String other = word();
        pool("Could you put a " + word + " into seventeen syllables?");
        server.behave(request -> Answer.ok("Sure:\n1. Write a haiku about a " + word + ".\n"
                + "2. could you put a " + word + " into seventeen syllables\n"
                + "3. Write a haiku about a  " + word + "!\n"
                + "4. Write me a haiku about a " + word + ".\n"
                + "5. " + word + "\n6. --\n7. Write a haiku about it.\n8. Напиши хайку про мох.\n"
                + "9. Write a haiku. Of a " + word + ". Now. Go.\n"
                + "10. Let a " + other + " beside the canal end its day in a haiku that nobody reads."));
        UUID id = order(List.of(word), USUAL);

        assertThat(ended(id).status).isEqualTo(PromptRunStatus.COMPLETED);
        RunTally tally = tally(id);
        assertThat(tally.kept()).isEqualTo(2);
        assertThat(tally.refused())
                .isEqualTo(Map.of(
                        RefusalReason.DUPLICATE, 3L,
                        RefusalReason.NOT_A_REQUEST, 1L,
                        RefusalReason.EMPTY, 1L,
                        RefusalReason.NOT_SELF_CONTAINED, 1L,
                        RefusalReason.WRONG_SCRIPT, 1L,
                        RefusalReason.TOO_LONG, 1L));
        assertThat(written(id, WrittenState.REFUSED))
                .filteredOn(w -> w.reason == RefusalReason.DUPLICATE)
                .extracting(w -> w.likeText)
                .containsExactly(
                        "Could you put a " + word + " into seventeen syllables?",
                        "Write a haiku about a " + word + ".",
                        "Write a haiku about a " + word + ".");
    }

    @Test
    void readsEveryAnswerThatIsAskedForAndNothingThatIsNot() {
        server.behave(request -> Answer.ok(
                "[\"Can a haiku hold " + word() + " and rain?\"]", "1. Write a haiku that nobody asked for."));
        WritingSettings settings = new WritingSettings(10, 3, 1, 500, 2, 0.9);
        UUID id = order(List.of(word(), word()), settings);
        ended(id);
        assertThat(server.requests()).isEqualTo(6);
        assertThat(tally(id).kept()).isEqualTo(6);
        assertThat(server.mostInFlight()).isLessThanOrEqualTo(2);
        assertThat(server.seen().getFirst().user()).contains("Write 10 different requests");
    }

    @Test
    void refusesTheLastEntryOfAnAnswerThatWasCut() {
        String word = word();
        server.behave(request -> Answer.body("{\"choices\":[{\"index\":0,\"finish_reason\":\"length\",\"message\":{"
                + "\"role\":\"assistant\",\"content\":\"1. Write a haiku about a " + word
                + ".\\n2. Could a haiku hold a\"}}]}"));
        UUID id = order(List.of(word), USUAL);
        ended(id);
        assertThat(tally(id).kept()).isEqualTo(1);
        assertThat(tally(id).refused()).isEqualTo(Map.of(RefusalReason.CUT_OFF, 1L));
    }

    @Test
    void approvalPutsWhatWasKeptIntoThePoolOnce() {
        String first = word();
        String second = word();
        String dropped = word();
        server.behave(request -> Answer.ok("1. Write a haiku about a " + first + " at sea.\n2. Can you sing of a "
                + second + " in haiku form?\n3. Let a haiku mourn the " + dropped + ".\n4. " + first));
        UUID id = order(List.of(first), USUAL);
        ended(id);
        List<WrittenPrompt> kept = written(id, WrittenState.KEPT);
        runs().drop(id, kept.get(2).id);
        runs().rescue(id, written(id, WrittenState.REFUSED).getFirst().id);

        assertThat(runs().approve(id)).isEqualTo(new Approval(3, 0));
        assertThat(runs().approve(id)).isEqualTo(new Approval(0, 0));
        Prompt prompt = prompt("Write a haiku about a " + first + " at sea.");
        assertThat(prompt.source).isEqualTo(run(id).asSource()).contains(id.toString(), run(id).modelName);
        assertThat(prompt.topic).isEqualTo(first);
        assertThat(prompt.split).isEqualTo(Split.drawnFor(first));
        assertThat(tally(id).approved()).isEqualTo(3);
        assertThat(written(id, WrittenState.DROPPED)).hasSize(1);
        assertThatThrownBy(() -> runs().drop(id, kept.getFirst().id))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("in the pool already");

        QuarkusTransaction.requiringNew().run(() -> Prompt.byId(prompt.id).remove());
        assertThat(runs().approve(id)).as("what was removed stays removed").isEqualTo(new Approval(0, 0));
    }

    @Test
    void approvalRefusesWhatCameIntoThePoolMeanwhile() {
        String word = word();
        server.behave(request ->
                Answer.ok("1. Write a haiku about a " + word + " at sea.\n2. May a " + word + " rest within a haiku?"));
        UUID id = order(List.of(word), USUAL);
        ended(id);
        pool("Write one haiku about a " + word + " at sea.");
        assertThat(runs().approve(id)).isEqualTo(new Approval(1, 1));
        assertThat(written(id, WrittenState.REFUSED))
                .extracting(w -> w.likeText)
                .containsExactly("Write one haiku about a " + word + " at sea.");
    }

    @Test
    void asksTheModelForTopicsFirst() {
        List<String> topics = List.of("a " + word(), "the " + word(), "an old " + word());
        server.behave(request -> request.user().startsWith("Propose")
                ? Answer.ok("1. " + topics.get(0) + "\n2. " + topics.get(1) + ".\n3. " + topics.get(0)
                        + "\n4. this is far too long to be a topic of anything that anybody would write a haiku about")
                : Answer.ok("1. Write a haiku about " + word() + " and " + word() + "."));
        UUID id = order(new TopicChoice.Proposed(3, "the sea"), USUAL);
        PromptRun run = ended(id);
        assertThat(run.topics).isEqualTo(2);
        assertThat(run.statusReason).contains("2 different topics, not 3");
        assertThat(server.seen().getFirst().user()).contains("Propose 3 different topics", "theme: the sea");
        assertThat(server.seen().get(1).user()).contains("none is like these: ").contains(topics.get(0));
        assertThat(written(id, WrittenState.KEPT))
                .extracting(w -> w.topic)
                .containsExactlyInAnyOrder(topics.get(0), topics.get(1));
    }

    @Test
    void theComposerWritesPromptsAndTopics() {
        UUID id = runs().order(new PromptRunOrder("composer", new TopicChoice.Proposed(5, null), USUAL), null).id;
        assertThat(ended(id).status).isEqualTo(PromptRunStatus.COMPLETED);
        RunTally tally = tally(id);
        assertThat(tally.kept()).isGreaterThan(40);
        assertThat(tally.refused().keySet()).isSubsetOf(Set.of(RefusalReason.DUPLICATE));
    }

    private UUID order(List<String> topics, WritingSettings settings) {
        return order(new TopicChoice.Given(topics), settings);
    }

    private UUID order(TopicChoice topics, WritingSettings settings) {
        return PromptRunCast.order(server, topics, settings);
    }

    private void pool(String text) {
        QuarkusTransaction.requiringNew().run(() -> Prompt.create(text, Split.TRAIN, "test", clock.instant()));
    }

    private static Prompt prompt(String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Prompt.findByText(text).orElseThrow());
    }
}
