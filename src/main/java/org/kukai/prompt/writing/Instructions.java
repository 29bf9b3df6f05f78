package org.kukai.prompt.writing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a model is told when it is to write prompts, or to propose what they could be about. */
final class Instructions {
    /** What it was told not to repeat: the latest, so that the request stays short. */
    static final int TOPICS_SHOWN = 100;

    private Instructions() {}

    /** @param examples requests about other topics, to show what is meant */
    static String forRequests(int wanted, String topic, List<String> examples) {
        return """
            Write %d different requests that somebody might make of a poet who writes haiku.
            Every request is about this topic: %s

            - Vary them: commands with different verbs, questions, polite wishes. No two begin alike.
            - Each stands by itself. It names what the haiku is to be about and leans on nothing else.
            - Each asks for one haiku, in one or two sentences of English.
            - Write no haiku yourself.

            For example, about other topics:
            %s

            Answer with a numbered list of %d requests and nothing else.""".formatted(wanted, topic, "- " + String.join("\n- ", examples), wanted);
    }

    /** @param known topics that are there, not to be proposed again */
    static String forTopics(int wanted, @Nullable String theme, List<String> known) {
        String around = theme == null ? "" : ", all around this theme: " + theme;
        String others = known.isEmpty() ? "." : ", and none is like these: " + String.join("; ", known) + ".";
        return """
            Propose %d different topics for haiku%s.

            - Each is a noun phrase of two to six words in English, concrete enough to be seen, heard or felt.
            - No two are alike%s

            Answer with a numbered list of %d topics and nothing else.""".formatted(wanted, around, others, wanted);
    }
}
