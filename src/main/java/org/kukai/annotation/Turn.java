package org.kukai.annotation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a round has for a rater now, and how far the rater is. */
public sealed interface Turn {
    Standing standing();

    /** A pair to vote on. */
    record Offered(Standing standing, BlindPair pair) implements Turn {}

    /** Nothing now. A pair may come back when another rater leaves one open. */
    record Nothing(Standing standing) implements Turn {}

    /** Nothing now, but more pairs are being chosen or looked for: it is worth looking again in a few seconds. */
    record Waiting(Standing standing) implements Turn {}

    /** The round gives no new pairs for a while. */
    record Paused(Standing standing) implements Turn {}

    /** The rater has given all that the round takes from one person, or all that it takes in one day. */
    record Enough(Standing standing, boolean today) implements Turn {}

    /** Why there is no pair for a rater who may go on. */
    static Turn none(Round round, Participation rater) {
        Standing standing = Standing.of(round, rater);
        if (round.isPaused()) {
            return new Paused(standing);
        }
        return round.growing || rater.isStillLooking() ? new Waiting(standing) : new Nothing(standing);
    }

    /** The round takes no votes. */
    record Closed(Standing standing) implements Turn {}

    /**
     * How far the rater is in the round.
     *
     * @param votes that the rater has given and that count
     * @param skips pairs on which the rater had no opinion
     * @param pairs of the whole round
     * @param tags what the round offers as reasons
     * @param settled whether the round has all its votes
     * @param unread whether the guidelines are new to the rater
     * @param limited whether the round takes only so many votes from one rater
     * @param votesPerDay how many votes the round takes from one rater in a day; null for any number
     */
    record Standing(
            String round,
            int votes,
            int skips,
            int pairs,
            List<String> tags,
            boolean settled,
            boolean unread,
            boolean limited,
            @Nullable Integer votesPerDay) {
        static Standing of(Round round, Participation rater) {
            return new Standing(
                    round.name,
                    rater.votes + rater.checkVotes,
                    rater.skips + rater.checkSkips,
                    round.pairs,
                    List.copyOf(round.tags),
                    round.status == Round.Status.SETTLED,
                    rater.mustRead(round),
                    round.rules.votesPerRater() != null,
                    round.rules.votesPerDay());
        }

        static Standing ofStranger(Round round) {
            return new Standing(
                    round.name,
                    0,
                    0,
                    round.pairs,
                    List.copyOf(round.tags),
                    round.status == Round.Status.SETTLED,
                    true,
                    false,
                    null);
        }
    }
}
