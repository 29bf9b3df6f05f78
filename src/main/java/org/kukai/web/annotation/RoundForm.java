package org.kukai.web.annotation;

import java.util.List;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Pairing;
import org.kukai.annotation.RoundDraft;

/** The form of a new round, as it was filled in. */
record RoundForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String question,
        @RestForm @Nullable String guidelines,
        @RestForm @Nullable String pairing,
        @RestForm @Nullable String one,
        @RestForm @Nullable String other,
        @RestForm @Nullable String pairs,
        @RestForm @Nullable String votesPerPair) {
    private static final String USUAL_GUIDELINES = """
            Read both poems, aloud if you can, and choose the one that you would rather keep.

            - There is no right answer: your taste is what we ask for.
            - Do not count syllables; others do that.
            - **Tie** when you like both alike, **neither** when both are bad, **skip** when you would rather not say.
            """;

    /** The form as it is offered first. */
    static RoundForm empty() {
        return new RoundForm(
                "", RoundDraft.USUAL_QUESTION, USUAL_GUIDELINES, Pairing.BEST_WORST.spelled(), "", "", "100", "3");
    }

    RoundDraft draft() {
        Pairing chosen = Pairing.ofSpelled(Input.text(pairing));
        List<String> models = chosen == Pairing.MODEL_VS_MODEL
                ? Stream.of(one, other).map(Input::text).toList()
                : List.of();
        return new RoundDraft(
                Input.text(name),
                Input.text(question),
                Input.text(guidelines),
                chosen,
                models,
                Input.number("The number of pairs", pairs),
                Input.number("The number of votes per pair", votesPerPair));
    }
}
