package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.RefusedException;
import org.kukai.annotation.Assignment.State;

/** Records what raters say, and takes it back. One short transaction each; locks in the order that {@link Turns} names. */
@ApplicationScoped
public class Voting {
    private final Clock clock;
    private final Duration lease;
    private final Duration undoWindow;

    Voting(
            Clock clock,
            @ConfigProperty(name = "kukai.annotation.lease") Duration lease,
            @ConfigProperty(name = "kukai.annotation.undo-window") Duration undoWindow) {
        this.clock = clock;
        this.lease = lease;
        this.undoWindow = undoWindow;
    }

    /** What a vote did. */
    public enum Receipt {
        /** It is stored. */
        NEW,
        /** It was stored before, just so; nothing changed. */
        SAME,
        /** It is stored instead of what the rater had said before. */
        REPLACED
    }

    /**
     * Stores a vote. Sending it twice counts it once.
     *
     * @throws RefusedException when the assignment is not the rater's own in this round, when the round is closed, when an
     *     earlier vote is too old to be changed
     * @throws PairGoneException when the lease has ended and the pair has all its votes
     */
    @Transactional
    public Receipt cast(UUID roundId, UUID raterId, UUID assignmentId, Choice choice) {
        Round round = Round.get(roundId);
        Participation rater = Participation.lock(roundId, raterId).orElseThrow(() -> unknown(assignmentId));
        Assignment turn = Assignment.lockOwn(assignmentId, rater).orElseThrow(() -> unknown(assignmentId));
        Instant now = clock.instant();
        Optional<Vote> before = Vote.of(turn);
        if (before.isPresent() && before.get().choice == choice) {
            return Receipt.SAME;
        }
        refuseIfClosed(round);
        refuseIfExcluded(rater);
        before.ifPresent(vote -> refuseIfFinal(vote, now));
        if (choice != Choice.SKIP && turn.state != State.VOTED) {
            Limits.refuseBeyond(round, rater, now);
        }
        Choice said = before.map(vote -> vote.choice).orElse(null);
        Counting.move(turn, choice == Choice.SKIP ? State.SKIPPED : State.VOTED, said, choice, rater, round, now);
        before.ifPresentOrElse(vote -> vote.change(choice, now), () -> Vote.cast(turn, choice, now));
        rater.lastVoteAt = now;
        return before.isPresent() ? Receipt.REPLACED : Receipt.NEW;
    }

    /**
     * Takes the rater's last vote back; the pair is theirs again, and {@link Turns#next} gives it first.
     *
     * @throws RefusedException when there is no vote, when it is too old, or when the round is closed
     */
    @Transactional
    public void withdrawLast(UUID roundId, UUID raterId) {
        Round round = Round.get(roundId);
        Participation rater = Participation.lock(roundId, raterId).orElseThrow(Voting::nothingToUndo);
        Vote vote = Vote.lastOf(rater).orElseThrow(Voting::nothingToUndo);
        Instant now = clock.instant();
        refuseIfClosed(round);
        refuseIfExcluded(rater);
        refuseIfFinal(vote, now);
        Assignment turn = Assignment.lockOwn(vote.assignmentId, rater).orElseThrow();
        Counting.move(turn, State.HELD, vote.choice, null, rater, round, now);
        turn.renew(now.plus(lease));
        vote.delete();
    }

    private static void refuseIfClosed(Round round) {
        if (round.isClosed()) {
            throw new RoundClosedException();
        }
    }

    private static void refuseIfExcluded(Participation rater) {
        if (rater.isExcluded()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "This round takes no more votes from you. Ask who invited you if you think that this is a mistake.");
        }
    }

    private void refuseIfFinal(Vote vote, Instant now) {
        if (vote.isDisclosed()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "You have seen how the words of that pair are counted, so your vote on it stands. Go on with the next pair.");
        }
        if (vote.castAt.plus(undoWindow).isBefore(now)) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "That vote is older than " + Math.max(1, undoWindow.toMinutes())
                            + " minutes and stands. Go on with the next pair.");
        }
    }

    private static RefusedException unknown(UUID assignment) {
        return new RefusedException(
                RefusedException.Kind.UNKNOWN, "You have no assignment " + assignment + " in this round.");
    }

    private static RefusedException nothingToUndo() {
        return new RefusedException(RefusedException.Kind.CONFLICT, "You have no vote in this round to undo.");
    }
}
