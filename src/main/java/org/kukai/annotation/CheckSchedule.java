package org.kukai.annotation;

import java.util.UUID;

/**
 * Says which of a rater's turns check the rater: one in so many, at a place within each stretch of so many that follows from a
 * number which nobody is told. Asking slower, faster or again changes nothing, and every stretch has exactly one.
 *
 * @param seed of this rater in this round
 * @param attentionEvery turns of which one is an attention pair; 0 for none
 * @param repeatEvery turns of which one is a repeat; 0 for none
 */
record CheckSchedule(long seed, int attentionEvery, int repeatEvery) {
    static CheckSchedule of(Round round, Participation rater) {
        UUID id = rater.id;
        return new CheckSchedule(
                id.getMostSignificantBits() ^ id.getLeastSignificantBits(), round.attentionEvery, round.repeatEvery);
    }

    /** What the turn of that number, from 1, is for; where both checks fall on one turn it is an attention pair. */
    TurnKind kindOf(int turn) {
        if (isDue(turn, attentionEvery, 1)) {
            return TurnKind.ATTENTION;
        }
        return isDue(turn, repeatEvery, 2) ? TurnKind.REPEAT : TurnKind.ASKED;
    }

    /** How many checks come before a rater who was given so many turns has been given so many more that count. */
    int before(int turns, int asked) {
        if (attentionEvery == 0 && repeatEvery == 0) {
            return 0;
        }
        int checks = 0;
        for (int left = asked; left > 0; ) {
            if (kindOf(turns + asked - left + checks + 1) == TurnKind.ASKED) {
                left--;
            } else {
                checks++;
            }
        }
        return checks;
    }

    /** A number from 0 to below the bound that goes with a turn. */
    int draw(int turn, int bound) {
        return (int) Long.remainderUnsigned(mix(seed + 31L * turn), bound);
    }

    private boolean isDue(int turn, int every, int salt) {
        if (every == 0) {
            return false;
        }
        int stretch = (turn - 1) / every;
        return (turn - 1) % every == Long.remainderUnsigned(mix(seed ^ mix(stretch * 2L + salt)), every);
    }

    /** The output function of SplitMix64 (Steele, Lea and Flood 2014, Fast Splittable Pseudorandom Number Generators). */
    private static long mix(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
