package org.kukai.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Says of a pair which poem is preferred, on the terms given. Raters decide a pair by a majority (of left, right, tie and
 * neither, the one answer that more than half of the votes gave) at or above quorum and agreement; a majority for a tie or for neither is a decision
 * too, and no row comes of it. Each vote counts for its rater's weight. The syllable counter decides by score, between equals for the poem that is strictly 5-7-5, then
 * for the one without chatter.
 */
record Judgement(Terms terms) {
    Outcome of(CandidatePair pair) {
        Poem first = pair.first();
        Poem second = pair.second();
        if (pair.heldOut()) {
            return new Outcome.Dropped(DropReason.HELD_OUT);
        }
        if (pair.withdrawn()) {
            return new Outcome.Dropped(DropReason.WITHDRAWN);
        }
        if (first == null || first.isEmpty() || (second != null && second.isEmpty())) {
            return new Outcome.Dropped(DropReason.EMPTY);
        }
        if (second == null) {
            return new Outcome.Dropped(DropReason.ONE_POEM);
        }
        if (first.isSameAs(second)) {
            return new Outcome.Dropped(DropReason.SAME_TEXT);
        }
        CandidatePair.Adjudged adjudged = pair.adjudged();
        if (adjudged != null) {
            return adjudged(pair, adjudged, first, second);
        }
        return switch (terms.policy()) {
            case FORM -> byForm(pair, first, second);
            case HUMAN -> byPeople(pair, first, second);
            case COMBINED -> byBoth(pair, first, second);
        };
    }

    private Outcome adjudged(CandidatePair pair, CandidatePair.Adjudged adjudged, Poem first, Poem second) {
        return switch (adjudged) {
            case LOW -> preferred(pair, true, first, second, source(true, first, second));
            case HIGH -> preferred(pair, false, first, second, source(false, first, second));
            case TIE -> new Outcome.Dropped(DropReason.TIE);
            case NEITHER -> new Outcome.Dropped(DropReason.NEITHER);
            case DROP -> new Outcome.Dropped(DropReason.WITHDRAWN);
        };
    }

    private Outcome byBoth(CandidatePair pair, Poem first, Poem second) {
        if (!pair.voted()) {
            return byForm(pair, first, second);
        }
        DropReason undecided = undecided(pair.weighed());
        if (undecided == null) {
            return byPeople(pair, first, second);
        }
        Outcome form = byForm(pair, first, second);
        return form instanceof Outcome.Preferred ? form : new Outcome.Dropped(undecided);
    }

    private Outcome byForm(CandidatePair pair, Poem first, Poem second) {
        int order = Poem.BY_FORM.compare(first, second);
        if (order == 0) {
            return new Outcome.Dropped(DropReason.TIE);
        }
        if (Math.abs(first.score() - second.score()) < terms.minScoreDifference()) {
            return new Outcome.Dropped(DropReason.SMALL_GAP);
        }
        return preferred(pair, order > 0, first, second, Policy.FORM);
    }

    private Outcome byPeople(CandidatePair pair, Poem first, Poem second) {
        Votes votes = pair.weighed();
        DropReason undecided = undecided(votes);
        if (undecided != null) {
            return new Outcome.Dropped(undecided);
        }
        if (votes.tie() == votes.most()) {
            return new Outcome.Dropped(DropReason.TIE);
        }
        if (votes.neither() == votes.most()) {
            return new Outcome.Dropped(DropReason.NEITHER);
        }
        boolean firstChosen = votes.first() == votes.most();
        return preferred(pair, firstChosen, first, second, source(firstChosen, first, second));
    }

    // The row says when people and form agree; when they do not, the score difference is 0 or below.
    private Policy source(boolean firstChosen, Poem first, Poem second) {
        int order = Poem.BY_FORM.compare(first, second);
        boolean agree = firstChosen ? order > 0 : order < 0;
        return terms.policy() == Policy.COMBINED && agree ? Policy.COMBINED : Policy.HUMAN;
    }

    private @Nullable DropReason undecided(Votes votes) {
        if (votes.total() < terms.minVotes() * Votes.HUNDREDTHS) {
            return DropReason.BELOW_QUORUM;
        }
        if (!votes.hasLeader()) {
            return DropReason.TIE;
        }
        return votes.hasMajority() && votes.agreement() >= terms.minAgreement() ? null : DropReason.LOW_AGREEMENT;
    }

    private static Outcome preferred(CandidatePair pair, boolean firstChosen, Poem first, Poem second, Policy source) {
        return firstChosen
                ? new Outcome.Preferred(pair, first, second, source, true)
                : new Outcome.Preferred(pair, second, first, source, false);
    }
}
