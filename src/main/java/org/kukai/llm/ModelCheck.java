package org.kukai.llm;

import java.time.Duration;

/**
 * What came of trying a model out.
 *
 * @param called whether it was called at all; else something is missing on our side
 * @param ok whether it gave an answer with text
 * @param latency how long it took, also when it failed
 * @param detail the answer, or why there is none
 */
public record ModelCheck(boolean called, boolean ok, Duration latency, String detail) {
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
                    true,
                    ok,
                    completion.latency(),
                    ok ? choice.text() : choice.problem().orElse(""));
        } catch (ModelFailedException e) {
            return failed(e.failure(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    static ModelCheck failed(Failure failure, Duration latency) {
        return new ModelCheck(!(failure instanceof Failure.Misconfigured), false, latency, failure.reason());
    }
}
