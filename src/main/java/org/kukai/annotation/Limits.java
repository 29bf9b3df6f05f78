package org.kukai.annotation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.kukai.RefusedException;
import org.kukai.annotation.Turn.Standing;

/** How much a round takes from one rater. Votes count, skips do not. */
final class Limits {
    private Limits() {}

    /**
     * What to tell a rater who has given all that the round takes from one, or all for today; empty for others.
     *
     * @param more votes that are still to be given before it matters
     */
    static Optional<Turn> reached(Round round, Participation rater, int more, Instant now) {
        Integer all = round.rules.votesPerRater();
        if (all != null && rater.votes + more >= all) {
            return Optional.of(new Turn.Enough(Standing.of(round, rater), false));
        }
        Integer daily = round.rules.votesPerDay();
        if (daily != null && Vote.castSince(rater, startOfDay(now), daily) + more >= daily) {
            return Optional.of(new Turn.Enough(Standing.of(round, rater), true));
        }
        return Optional.empty();
    }

    /** Stops a vote that would be one too many; a vote that replaces another is none. */
    static void refuseBeyond(Round round, Participation rater, Instant now) {
        reached(round, rater, 0, now).ifPresent(enough -> {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "You have given all the votes that this round takes from one person"
                            + (((Turn.Enough) enough).today() ? " in a day. Come back tomorrow." : ". Thank you!"));
        });
    }

    /** How many votes the round still takes from the rater, whatever the day. */
    static int left(Round round, Participation rater) {
        Integer all = round.rules.votesPerRater();
        return all == null ? Integer.MAX_VALUE : all - rater.votes;
    }

    private static Instant startOfDay(Instant now) {
        return now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
