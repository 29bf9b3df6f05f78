package org.kukai.annotation;

import java.time.Instant;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Assignment.State;

/**
 * One vote of {@link UsualSteps}: the entities that it is about, which Hibernate does not know of, and what is decided about them, by the same verbs
 * as everywhere.
 */
final class UsualState {
    final UsualStep.Asked asked;
    final Round round;
    final Participation rater;
    final Assignment turn;
    /** Shared by all votes of the lot that are on the same pair. */
    final Pair pair;

    private final boolean alone;
    private final @Nullable Instant shownUntil;

    private @Nullable Vote vote;
    private @Nullable Assignment next;
    private @Nullable PairTexts texts;
    private boolean tiring;
    private boolean settling;

    /**
     * What was read.
     *
     * @param alone whether the rater has nothing else unfinished and acts in one tab only
     * @param shownUntil when the lease of what the rater looks at by now ends; null when nothing is held for them
     */
    UsualState(
            UsualStep.Asked asked,
            Round round,
            Participation rater,
            Assignment turn,
            Pair pair,
            boolean alone,
            @Nullable Instant shownUntil) {
        this.asked = asked;
        this.round = round;
        this.rater = rater;
        this.turn = turn;
        this.pair = pair;
        this.alone = alone;
        this.shownUntil = shownUntil;
    }

    /** Counts the vote, if it is a usual one; false, and nothing is counted, if not. */
    boolean count(Instant now) {
        boolean usual = alone
                && round.isOpen()
                && !round.rules.isLimited()
                && !rater.isExcluded()
                && turn.kind == TurnKind.ASKED
                && CheckSchedule.of(round, rater).kindOf(rater.turns + 1) == TurnKind.ASKED
                && turn.state == State.HELD;
        if (usual) {
            Answer answer = asked.answer();
            vote = Vote.of(turn, rater, answer, now);
            settling = Counting.count(
                            turn, Voting.stateFor(answer.choice()), null, answer.choice(), pair, rater, round, now)
                    != 0;
            tiring = rater.goOn(now);
        }
        return usual;
    }

    /** Whether the vote has settled its pair, in a round that may be over then. */
    boolean mayBeTheLast() {
        return settling && !round.growing;
    }

    /** Takes the pair, if it is on the rater's way, has room and is new to them. */
    boolean takes(Pair offered, PairTexts itsTexts, Lease lease, Instant now) {
        boolean taken = offered.part == rater.part
                && offered.position > rater.reached
                && offered.roundId.equals(rater.roundId)
                && offered.hasRoom()
                && !itsTexts.had().contains(rater.raterId);
        if (taken) {
            Assignment given = Assignment.of(offered, rater, now, lease.until(now, asked.shown() != null));
            given.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            next = given;
            texts = itsTexts;
        }
        return taken;
    }

    Vote vote() {
        return require(vote);
    }

    /** What was given next; null when there was nothing on the way. */
    @Nullable
    Assignment next() {
        return next;
    }

    /** Whether what the rater looks at by now is to be kept for them longer. */
    boolean isShownTooShort(Lease lease, Instant now) {
        return shownUntil != null && lease.isShort(shownUntil, now);
    }

    Voting.Stored stored() {
        return Voting.Stored.fresh(tiring);
    }

    /**
     * What the rater gets.
     *
     * @param ahead how many pairs are ahead of the rater; not asked when the pair is fetched ahead
     */
    Turn offer(int ahead) {
        Assignment given = require(next);
        PairTexts both = require(texts);
        BlindPair blind = new BlindPair(
                given.id,
                both.prompt(),
                given.firstOnLeft ? both.first() : both.second(),
                given.firstOnLeft ? both.second() : both.first(),
                round.question,
                asked.shown() != null ? 0 : Math.min(BlindPair.MANY, 1 + ahead + Checks.before(round, rater, ahead)));
        return new Turn.Offered(Turn.Standing.of(round, rater), blind);
    }

    private static <T> T require(@Nullable T decided) {
        if (decided == null) {
            throw new IllegalStateException("not decided yet");
        }
        return decided;
    }
}
