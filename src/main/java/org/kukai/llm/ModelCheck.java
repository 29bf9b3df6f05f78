package org.kukai.llm;

import java.time.Duration;

/**
 * What came of trying a model out.
 *
 * @param ok whether it gave an answer with text
 * @param latency how long it took, also when it failed
 * @param detail the answer, or why there is none
 */
public record ModelCheck(boolean ok, Duration latency, String detail) {
    private static final String REQUEST = "Write a haiku about the moon.";
    private static final Sampling SAMPLING = Sampling.of(0, 64);

    /** Asks once for a short text. */
    static ModelCheck of(TextModel model) {
        long start = System.nanoTime();
        try {
            Completion completion = model.complete("", REQUEST, SAMPLING);
            Choice choice = completion.choices().getFirst();
            // A model that likes to talk reaches the limit: it works all the same.
            boolean ok = choice.problem().isEmpty()
                    || (choice.finishReason().equals(Choice.LENGTH)
                            && !choice.text().isBlank());
            return new ModelCheck(
                    ok,
                    completion.latency(),
                    ok ? choice.text() : choice.problem().orElse(""));
        } catch (ModelFailedException e) {
            return new ModelCheck(
                    false,
                    Duration.ofNanos(System.nanoTime() - start),
                    e.failure().reason());
        }
    }
}
