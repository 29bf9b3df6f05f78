package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.annotation.Assignment.State;

/** Records what raters say, and takes it back. One short transaction each; locks in the order that {@link Turns} names. */
@ApplicationScoped
public class Voting {
    private final Clock clock;
    private final Lease lease;
    private final Duration undoWindow;

    Voting(
            Clock clock,
            @ConfigProperty(name = "kukai.annotation.lease") Duration lease,
            @ConfigProperty(name = "kukai.annotation.undo-window") Duration undoWindow) {
        this.clock = clock;
        this.lease = new Lease(lease);
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
     * What a vote did, and what for the rater.
     *
     * @param tiring whether the rater has voted for so long that a break would do them good
     * @param before the other choice that the rater had made of the pair until now; null when there was none
     */
    public record Stored(
            Receipt receipt, boolean tiring, @Nullable Choice before) {
        static Stored fresh(boolean tiring) {
            return new Stored(Receipt.NEW, tiring, null);
        }
    }

    /** The same without anything added; see {@link #cast(UUID, UUID, Answer)}. */
    @Transactional
    public Receipt cast(UUID roundId, UUID raterId, UUID assignmentId, Choice choice) {
        return cast(roundId, raterId, Answer.of(assignmentId, choice)).receipt();
    }

    /**
     * Stores a vote. Sending it twice counts it once.
     *
     * @throws RefusedException when the assignment is not the rater's own in this round, when the round is closed, when an
     *     earlier vote is too old to be changed, when what is added does not go with the round or the choice
     * @throws PairGoneException when the lease has ended and the pair has all its votes
     */
    @Transactional
    public Stored cast(UUID roundId, UUID raterId, Answer answer) {
        Round round = Round.get(roundId);
        Participation rater = Participation.lock(roundId, raterId).orElseThrow(() -> unknown(answer.assignment()));
        return cast(round, rater, Assignment.lockUnfinished(rater), answer);
    }

    /** The same for a participation that is locked, and its unfinished assignments, which are locked too. */
    Stored cast(Round round, Participation rater, List<Assignment> unfinished, Answer answer) {
        UUID id = answer.assignment();
        answer.remarks().checkFor(answer.choice(), round);
        Assignment turn = unfinished.stream()
                .filter(held -> held.id.equals(id))
                .findFirst()
                .or(() -> Assignment.lockOwn(id, rater))
                .orElseThrow(() -> unknown(id));
        Instant now = clock.instant();
        return turn.isAnswered() ? recast(round, rater, turn, answer, now) : first(round, rater, turn, answer, now);
    }

    private Stored first(Round round, Participation rater, Assignment turn, Answer answer, Instant now) {
        refuseIfClosed(round);
        refuseIfExcluded(rater);
        refuseBeyond(round, rater, turn, answer, now);
        Counting.move(turn, stateFor(answer.choice()), null, answer.choice(), rater, round, now);
        Vote.cast(turn, rater, answer, now);
        return Stored.fresh(rater.goOn(now));
    }

    private Stored recast(Round round, Participation rater, Assignment turn, Answer answer, Instant now) {
        Vote vote = Vote.of(turn).orElseThrow();
        boolean same = vote.choice == answer.choice();
        if (same && vote.says(answer.remarks())) {
            return new Stored(Receipt.SAME, false, null);
        }
        refuseIfClosed(round);
        refuseIfExcluded(rater);
        refuseIfFinal(vote, now);
        Choice before = same ? null : vote.choice;
        if (!same) {
            refuseBeyond(round, rater, turn, answer, now);
            Counting.move(turn, stateFor(answer.choice()), vote.choice, answer.choice(), rater, round, now);
            vote.change(answer.choice(), now);
        }
        vote.add(answer.remarks());
        rater.lastVoteAt = now;
        return new Stored(Receipt.REPLACED, false, before);
    }

    private static void refuseBeyond(Round round, Participation rater, Assignment turn, Answer answer, Instant now) {
        if (answer.choice() != Choice.SKIP && turn.state != State.VOTED) {
            Limits.refuseBeyond(round, rater, now);
        }
    }

    static State stateFor(Choice choice) {
        return choice == Choice.SKIP ? State.SKIPPED : State.VOTED;
    }

    // A pair that was fetched ahead was looked at from the vote before on.
    static int millis(Assignment turn, Participation rater, Answer answer, Instant now) {
        long given = Duration.between(turn.assignedAt, now).toMillis();
        Instant before = rater.lastVoteAt;
        long looked = before == null
                ? given
                : Math.min(given, Duration.between(before, now).toMillis());
        return Math.clamp(
                answer.millis() == null ? looked : answer.millis(), 0, Math.clamp(given, 0, Integer.MAX_VALUE));
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
        turn.renew(lease, now);
        vote.delete();
    }

    /**
     * Adds to a vote; what is not said stays.
     *
     * @return whether that is new
     * @throws RefusedException when the rater has no such vote, when it stands, when the round is closed, when the remarks
     *     will not do
     */
    @Transactional
    public boolean remark(UUID roundId, UUID raterId, UUID assignmentId, Remarks remarks) {
        Round round = Round.get(roundId);
        Participation rater = Participation.lock(roundId, raterId).orElseThrow(() -> unknown(assignmentId));
        Assignment turn = Assignment.lockOwn(assignmentId, rater).orElseThrow(() -> unknown(assignmentId));
        Vote vote = Vote.of(turn)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.CONFLICT, "You have not voted on that pair yet, or have undone it."));
        remarks.checkFor(vote.choice, round);
        if (vote.says(remarks)) {
            return false;
        }
        refuseIfClosed(round);
        refuseIfFinal(vote, clock.instant());
        vote.add(remarks);
        return true;
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
                    "That vote is older than " + inWords(undoWindow) + " and stands. Go on with the next pair.");
        }
    }

    /** A span in whole minutes where it has some, else in seconds. */
    static String inWords(Duration span) {
        long number = span.toMinutes() > 0 ? span.toMinutes() : span.toSeconds();
        return number + (span.toMinutes() > 0 ? " minute" : " second") + (number == 1 ? "" : "s");
    }

    static RefusedException unknown(UUID assignment) {
        return new RefusedException(
                RefusedException.Kind.UNKNOWN, "You have no assignment " + assignment + " in this round.");
    }

    private static RefusedException nothingToUndo() {
        return new RefusedException(RefusedException.Kind.CONFLICT, "You have no vote in this round to undo.");
    }
}
