package org.kukai.llm;

import java.util.ArrayList;
import java.util.List;

import dev.langchain4j.model.openai.internal.shared.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as a server counts them, cut to what can be: no token is shorter than a byte, and counts that cannot be would spend budgets, and stop
 * what is paced by tokens.
 *
 * @param prompt 0 when it does not say
 * @param completion 0 when it does not say
 * @param note what was cut, in a sentence; null when nothing was
 */
record Counted(int prompt, int completion, @Nullable String note) {
    /**
     * @param mostPrompt tokens that the request can have
     * @param mostCompletion tokens that all answers can have together
     */
    static Counted of(@Nullable Usage usage, long mostPrompt, long mostCompletion) {
        int prompt = given(usage == null ? null : usage.promptTokens());
        int completion = given(usage == null ? null : usage.completionTokens());
        List<String> cut = new ArrayList<>();
        note(cut, prompt, mostPrompt, "the request");
        note(cut, completion, mostCompletion, "the answer");
        return new Counted(
                Math.toIntExact(Math.clamp(prompt, 0, mostPrompt)),
                Math.toIntExact(Math.clamp(completion, 0, mostCompletion)),
                cut.isEmpty() ? null : "The server counted " + String.join(", and ", cut) + ".");
    }

    private static int given(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static void note(List<String> cut, int given, long most, String of) {
        if (given < 0 || given > most) {
            cut.add(given + " tokens for " + of + ", which cannot have "
                    + (given < 0 ? "fewer than 0" : "more than " + most));
        }
    }
}
