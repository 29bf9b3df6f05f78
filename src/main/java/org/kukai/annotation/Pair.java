package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.Session;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/**
 * Two haiku of one prompt. Each of the votes it wants is counted, or held for a rater who looks at the pair right now, or
 * still to be given; the database refuses more than are wanted. Its row is locked by whoever changes that.
 */
@Entity
public class Pair extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    UUID roundId;
    int position;
    /** Raters walk through the pairs of their part; no rater's part is 0. */
    int part;

    UUID promptId;
    UUID firstId;
    UUID secondId;
    int wanted;
    int held;
    int votes;
    int firsts;
    int seconds;
    int ties;
    int neithers;

    @Nullable
    Instant settledAt;

    /** When the pair was taken out of the round; it then wants no more votes than it has. See {@link TakenOut}. */
    @Nullable
    Instant droppedAt;

    /** For Hibernate. */
    protected Pair() {}

    static Pair lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The first pair behind the position that has room and is new to the rater, locked. Pairs that others hold locked are
     * passed over, so that raters do not queue for the same one; {@link SecondWalk} comes back to them.
     */
    static Optional<Pair> nextFor(Participation rater) {
        List<Pair> found = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select p.* from pair p
                        where p.round_id = :round and p.part = :part and p.position > :behind and p.has_room
                          and not exists (select 1 from assignment a where a.pair_id = p.id and a.rater_id = :rater)
                        order by p.position limit 1 for no key update of p skip locked""", Pair.class)
                .setParameter("round", rater.roundId)
                .setParameter("rater", rater.raterId)
                .setParameter("part", rater.part)
                .setParameter("behind", rater.reached)
                // What the request has changed so far concerns pairs that the rater has had; it is written later, at
                // once.
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList();
        return found.stream().findFirst();
    }

    /** How many pairs ahead of the rater have room; counting stops at the limit. */
    static int aheadOf(Participation rater, int limit) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                select count(*) from (
                                    select 1 from pair p
                                    where p.round_id = :round and p.part = :part and p.position > :behind and p.has_room
                                    limit :limit) ahead""")
                        .setParameter("round", rater.roundId)
                        .setParameter("part", rater.part)
                        .setParameter("behind", rater.reached)
                        .setParameter("limit", limit)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult())
                .intValue();
    }

    /** How many pairs of a round of one part have room and lie ahead of every rater; counting stops at the limit. */
    static int aheadOfAll(UUID roundId, int limit) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                select count(*) from (
                                    select 1 from pair p
                                    where p.round_id = :round and p.part = 1 and p.has_room and p.position >
                                        (select coalesce(max(r.reached), 0) from participation r where r.round_id = :round)
                                    limit :limit) ready""")
                        .setParameter("round", roundId)
                        .setParameter("limit", limit)
                        .getSingleResult())
                .intValue();
    }

    /** How many pairs of a round lack votes; counting stops at the limit. */
    static int unsettled(UUID roundId, int limit) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                select count(*) from (
                                    select 1 from pair where round_id = :round and settled_at is null limit :limit) lacking""")
                        .setParameter("round", roundId)
                        .setParameter("limit", limit)
                        .getSingleResult())
                .intValue();
    }

    boolean hasRoom() {
        return votes + held < wanted;
    }

    void hold() {
        held++;
    }

    void letGo() {
        held--;
    }

    void count(Preference said) {
        add(said, 1);
    }

    void uncount(Preference said) {
        add(said, -1);
    }

    private void add(Preference said, int number) {
        votes += number;
        switch (said) {
            case FIRST -> firsts += number;
            case SECOND -> seconds += number;
            case TIE -> ties += number;
            case NEITHER -> neithers += number;
        }
    }

    Tally tally() {
        return new Tally(firsts, seconds, ties, neithers);
    }

    /**
     * Wants what its votes make it need, but never less than it has and holds: whoever looks at the pair may still answer it.
     * Settled once it has what it needs.
     */
    void review(Overlap overlap, Instant now) {
        int needed = needed(overlap);
        wanted = Math.max(needed, votes + held);
        if (votes < needed) {
            settledAt = null;
        } else if (settledAt == null) {
            settledAt = now;
        }
    }

    /** How many votes it needs, with those that it has. */
    int needed(Overlap overlap) {
        return droppedAt == null ? overlap.needed(tally()) : votes;
    }

    boolean isSettled() {
        return settledAt != null;
    }
}
