package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.Session;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One rater's turn at one pair; there is at most one for each rater and pair. Which poem is on which side is drawn once. */
@Entity
public class Assignment extends PanacheEntityBase {
    /** What has become of it. */
    enum State {
        /** The rater looks at the pair; one of the pair's votes is held for them until the lease ends and somebody notices. */
        HELD,
        /** The lease has ended without an answer; the held vote was given back. */
        LAPSED,
        VOTED,
        SKIPPED,
        /** Voted, but the rater is excluded; the pair is asked again. */
        SET_ASIDE
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    UUID roundId;
    UUID pairId;
    UUID raterId;

    @Enumerated(EnumType.STRING)
    TurnKind kind;

    /** How many turns the rater had been given in the round, this one included; null for those of before they were counted. */
    @Nullable
    Integer turn;

    boolean firstOnLeft;

    @Enumerated(EnumType.STRING)
    State state;

    Instant assignedAt;
    Instant leasedUntil;

    /** For Hibernate. */
    protected Assignment() {}

    /** Gives a locked pair with room to a rater. */
    static Assignment give(Pair pair, Participation rater, Instant now, Instant until) {
        Assignment turn = of(pair, rater, now, until);
        turn.persist();
        return turn;
    }

    /** The same, to be stored by the caller. */
    static Assignment of(Pair pair, Participation rater, Instant now, Instant until) {
        Assignment turn = new Assignment();
        turn.roundId = pair.roundId;
        turn.pairId = pair.id;
        turn.raterId = rater.raterId;
        turn.kind = TurnKind.ASKED;
        turn.turn = rater.nextTurn();
        turn.firstOnLeft = ThreadLocalRandom.current().nextBoolean();
        turn.state = State.HELD;
        turn.assignedAt = now;
        turn.leasedUntil = until;
        pair.hold();
        rater.reach(pair);
        return turn;
    }

    /** Gives a rater a turn that checks them; on which side the first poem is drawn unless it is said. No vote is held for it. */
    static Assignment check(
            TurnKind kind, UUID pair, Participation rater, @Nullable Boolean firstOnLeft, Instant now, Instant until) {
        Assignment turn = new Assignment();
        turn.roundId = rater.roundId;
        turn.pairId = pair;
        turn.raterId = rater.raterId;
        turn.kind = kind;
        turn.turn = rater.nextTurn();
        turn.firstOnLeft = firstOnLeft == null ? ThreadLocalRandom.current().nextBoolean() : firstOnLeft;
        turn.state = State.HELD;
        turn.assignedAt = now;
        turn.leasedUntil = until;
        turn.persist();
        return turn;
    }

    boolean isCheck() {
        return kind != TurnKind.ASKED;
    }

    /** Moves a check on to another state; no pair is concerned. */
    void becomeChecked(State next, Instant now) {
        if (next == State.HELD && state != next) {
            assignedAt = now;
        }
        state = next;
    }

    /** The rater's own assignment of that id, locked; empty for everybody else's. */
    static Optional<Assignment> lockOwn(UUID id, Participation rater) {
        return Assignment.<Assignment>find(
                        "id = ?1 and roundId = ?2 and raterId = ?3", id, rater.roundId, rater.raterId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * What the rater was given and has not answered, whether or not the lease has ended; locked, in the order in which it was given: what the
     * rater looks at comes before what was fetched ahead of it, and what was undone before both. Pairs that were taken out of the round
     * are not among them: they are not shown again.
     */
    static List<Assignment> lockUnfinished(Participation rater) {
        return Assignment.<Assignment>find("""
                        from Assignment a where a.roundId = ?1 and a.raterId = ?2 and a.state in ('HELD', 'LAPSED')
                          and not exists (select 1 from Pair p where p.id = a.pairId and p.droppedAt is not null)
                        order by a.turn, a.leasedUntil desc""", rater.roundId, rater.raterId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static boolean anyUnfinished(UUID roundId, UUID raterId) {
        return count("roundId = ?1 and raterId = ?2 and state in ('HELD', 'LAPSED')", roundId, raterId) > 0;
    }

    /** What the rater has left unanswered for too long and might still answer, locked; in the order of pairs, as locks are. */
    static List<Assignment> lockLapsed(Participation rater) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select a.* from assignment a join pair p on p.id = a.pair_id
                        where a.round_id = :round and a.rater_id = :rater and a.state = 'LAPSED'
                          and p.has_room
                        order by p.position for no key update of a""", Assignment.class)
                .setParameter("round", rater.roundId)
                .setParameter("rater", rater.raterId)
                .getResultList();
    }

    /** One assignment of the round whose lease has ended, locked; those that others hold locked are passed over. */
    static Optional<Assignment> lockOverdue(UUID roundId, Instant now) {
        List<Assignment> found = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select a.* from assignment a
                        where a.round_id = :round and a.state = 'HELD' and a.kind = 'ASKED' and a.leased_until < :now
                        order by a.leased_until limit 1 for no key update of a skip locked""", Assignment.class)
                .setParameter("round", roundId)
                .setParameter("now", now)
                .getResultList();
        return found.stream().findFirst();
    }

    /** Shows the pair: less than a whole lease is made a whole one. */
    void renew(Lease lease, Instant now) {
        if (lease.isShort(leasedUntil, now)) {
            leasedUntil = lease.until(now, false);
        }
    }

    boolean isAnswered() {
        return state == State.VOTED || state == State.SKIPPED || state == State.SET_ASIDE;
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    /** The same for a state that says nothing, from one that says nothing. */
    void become(State next, Pair pair, Overlap overlap, Instant now) {
        become(next, null, null, pair, overlap, now);
    }

    /**
     * Moves on to another state, and with it the one vote of the pair, which is locked: from held to counted, or back to be
     * given again. The pair then wants what its votes make it need.
     *
     * @param before what the rater had said of the pair; null when nothing
     * @param after what they say now; null when nothing
     * @throws PairGoneException when the new state needs a vote of the pair and others have them all
     */
    void become(State next, @Nullable Choice before, @Nullable Choice after, Pair pair, Overlap overlap, Instant now) {
        if (next == state && before == after) {
            return;
        }
        switch (state) {
            case HELD -> pair.letGo();
            case VOTED -> pair.uncount(preference(before));
            case LAPSED, SKIPPED, SET_ASIDE -> {}
        }
        boolean needsRoom = next == State.HELD || next == State.VOTED;
        if (needsRoom && !pair.hasRoom()) {
            throw new PairGoneException();
        }
        switch (next) {
            case HELD -> {
                pair.hold();
                assignedAt = now;
            }
            case VOTED -> pair.count(preference(after));
            case LAPSED, SKIPPED, SET_ASIDE -> {}
        }
        state = next;
        pair.review(overlap, now);
    }

    private Preference preference(@Nullable Choice choice) {
        return Preference.of(Objects.requireNonNull(choice, "a vote without a choice"), firstOnLeft);
    }
}
