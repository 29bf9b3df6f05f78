package org.kukai.web.annotation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundRules;

/**
 * The round that a script wants; only the name must be given.
 *
 * @param like a round that tells whatever is not given, and more: {@link org.kukai.annotation.Rounds#openLike}
 * @param votesPerPair how many votes a pair usually gets; not given, {@link Pairing#usualVotes}
 * @param votesAtMost how many votes a pair may get while no answer leads; not given, as many as {@code votesPerPair}
 */
record RoundRequest(
        @Nullable String name,
        @Nullable String question,
        @Nullable String guidelines,
        @Nullable String pairing,
        @Nullable List<String> models,
        @Nullable Integer pairs,
        @Nullable Integer votesPerPair,
        @Nullable Integer votesAtMost,
        @Nullable Boolean settleEarly,
        @Nullable Integer votesPerRater,
        @Nullable Integer votesPerDay,
        @Nullable Integer parts,
        @Nullable Integer poems,
        @Nullable UUID like) {
    private static final int USUAL_PAIRS = 100;

    /** Reads another round if one is named, so it wants a transaction. */
    RoundDraft draft() {
        if (like != null) {
            return filledFrom(Round.get(like)).draft();
        }
        Pairing chosen = pairing == null ? Pairing.BEST_WORST : Pairing.ofSpelled(pairing);
        int votes = or(votesPerPair, chosen.usualVotes());
        RoundRules rules = new RoundRules(
                RoundRules.more(votes, votesAtMost),
                or(settleEarly, false),
                votesPerRater,
                votesPerDay,
                or(parts, 1),
                poems);
        return new RoundDraft(
                Input.text(name),
                Input.text(question),
                Input.text(guidelines),
                chosen,
                or(models, List.of()),
                or(pairs, USUAL_PAIRS),
                votes,
                rules);
    }

    private RoundRequest filledFrom(Round round) {
        RoundRules rules = round.rules;
        boolean samePairing = pairing == null || pairing.equals(round.pairing.spelled());
        boolean sameVotes = votesPerPair == null;
        return new RoundRequest(
                or(name, round.name),
                or(question, round.question),
                or(guidelines, round.guidelines),
                or(pairing, round.pairing.spelled()),
                models == null && samePairing ? round.models : models,
                or(pairs, round.pairsWanted),
                or(votesPerPair, round.votesPerPair),
                votesAtMost == null && sameVotes
                        ? Integer.valueOf(round.votesPerPair + rules.moreVotes())
                        : votesAtMost,
                or(settleEarly, rules.settleEarly()),
                votesPerRater == null ? rules.votesPerRater() : votesPerRater,
                votesPerDay == null ? rules.votesPerDay() : votesPerDay,
                or(parts, rules.parts()),
                poems == null && samePairing ? rules.poems() : poems,
                null);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
