package org.kukai.web.annotation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundRules;

/** The form of a new round, as it was filled in. */
record RoundForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String question,
        @RestForm @Nullable String guidelines,
        @RestForm @Nullable String pairing,
        @RestForm @Nullable String one,
        @RestForm @Nullable String other,
        @RestForm @Nullable String poems,
        @RestForm @Nullable String pairs,
        @RestForm @Nullable String votesPerPair,
        @RestForm @Nullable String votesAtMost,
        @RestForm @Nullable String settleEarly,
        @RestForm @Nullable String votesPerRater,
        @RestForm @Nullable String votesPerDay,
        @RestForm @Nullable String parts,
        @RestForm @Nullable String like) {
    private static final String USUAL_GUIDELINES = """
            Read both poems, aloud if you can, and choose the one that you would rather keep.

            - There is no right answer: your taste is what we ask for.
            - Do not count syllables; others do that.
            - **Both alike** when neither is better, **neither** when both are bad, **skip** when you would rather not say.
            """;

    private static final String ON = "on";

    /** The form as it is offered first. */
    static RoundForm empty() {
        return new RoundForm(
                "",
                RoundDraft.USUAL_QUESTION,
                USUAL_GUIDELINES,
                Pairing.BEST_WORST.spelled(),
                "",
                "",
                "",
                "100",
                "",
                "",
                "",
                "",
                "",
                "1",
                "");
    }

    /** The form of a round that another is to be like. */
    static RoundForm of(Round round) {
        RoundRules rules = round.rules;
        return new RoundForm(
                round.name,
                round.question,
                round.guidelines,
                round.pairing.spelled(),
                round.models.isEmpty() ? "" : round.models.get(0),
                round.models.isEmpty() ? "" : round.models.get(1),
                Input.shown(rules.poems()),
                String.valueOf(round.pairsWanted),
                String.valueOf(round.votesPerPair),
                rules.moreVotes() == 0 ? "" : String.valueOf(round.votesPerPair + rules.moreVotes()),
                rules.settleEarly() ? ON : "",
                Input.shown(rules.votesPerRater()),
                Input.shown(rules.votesPerDay()),
                String.valueOf(rules.parts()),
                round.id.toString());
    }

    /** The round that this one is to be like; null for none. */
    @Nullable
    UUID likeRound() {
        return Input.text(like).isBlank() ? null : Input.round(like);
    }

    public boolean isEarly() {
        return ON.equals(settleEarly);
    }

    /** Whether something is asked that the form keeps folded away. */
    public boolean isLimited() {
        return !Input.text(votesPerRater).isBlank()
                || !Input.text(votesPerDay).isBlank()
                || !List.of("", "1").contains(Input.text(parts).strip());
    }

    RoundDraft draft() {
        Pairing chosen = Pairing.ofSpelled(Input.text(pairing));
        List<String> models = chosen == Pairing.MODEL_VS_MODEL
                ? Stream.of(one, other).map(Input::text).toList()
                : List.of();
        Integer given = Input.optional("The number of votes per pair", votesPerPair);
        int votes = given == null ? chosen.usualVotes() : given;
        Integer compared = chosen == Pairing.ACTIVE ? Input.optional("The number of poems", poems) : null;
        Integer inParts = Input.optional("The number of parts", parts);
        RoundRules rules = new RoundRules(
                RoundRules.more(votes, Input.optional("The most votes of a split pair", votesAtMost)),
                isEarly(),
                Input.optional("The number of votes per rater", votesPerRater),
                Input.optional("The number of votes per rater and day", votesPerDay),
                inParts == null ? 1 : inParts,
                compared);
        return new RoundDraft(
                Input.text(name),
                Input.text(question),
                Input.text(guidelines),
                chosen,
                models,
                Input.number("The number of pairs", pairs),
                votes,
                rules);
    }
}
