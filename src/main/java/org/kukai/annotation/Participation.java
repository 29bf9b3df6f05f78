package org.kukai.annotation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Transient;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** How far a rater has come in a round. Locking it makes one rater's requests take turns, whatever the number of tabs. */
@Entity
public class Participation extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public UUID roundId;
    public UUID raterId;
    /** The position of the last pair that was given: pairs are given in their order. */
    int reached;

    /** How far the {@link SecondWalk} has come. */
    int again;

    /** Since when pairs that have come to have room are still to be looked at; null before the second walk. */
    @Nullable
    Instant lookedAt;

    @Transient
    boolean stillLooking;

    /** Which part of the round the rater walks through, from 1. */
    public int part;

    public int votes;
    public int skips;
    /** Pairs that this rater's votes have settled, less those that they have opened again. */
    int settled;

    /** Votes that pairs have come to want more than usual by this rater's votes; negative when fewer. */
    int extra;
    /** How many turns the rater has been given, checks included. */
    int turns;

    int checkVotes;
    int checkSkips;
    /** What the rater's votes count for: from 0, excluded, to 1. Follows from an admin's decisions. */
    public BigDecimal weight;

    public Instant joinedAt;
    public @Nullable Instant lastVoteAt;

    /** The version of the guidelines that the rater has read last; 0 before the first. */
    int guidelinesSeen;

    /** When the rater was done with the practice pair, or passed it over. */
    @Nullable
    Instant practisedAt;

    /** Votes and skips without a long pause between two of them. */
    int streak;

    @Nullable
    Instant streakSince;

    @Nullable
    Instant finishedAt;

    /** A longer pause than this ends a streak. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static final int LONG_STREAK = 50;
    private static final Duration LONG_TIME = Duration.ofMinutes(30);

    /** For Hibernate. */
    protected Participation() {}

    public static Optional<Participation> of(UUID roundId, UUID raterId) {
        return find("roundId = ?1 and raterId = ?2", roundId, raterId).firstResultOptional();
    }

    /** Of all the rounds that the rater has looked at. */
    public static List<Participation> ofRater(UUID raterId) {
        return list("raterId", raterId);
    }

    /** How many raters of a round have voted, or come, from a moment on; the excluded left out. */
    static int atWork(UUID roundId, Instant since) {
        return (int) count("roundId = ?1 and weight > 0 and (lastVoteAt >= ?2 or joinedAt >= ?2)", roundId, since);
    }

    /** Takes the rater in; a second time changes nothing. */
    public static void join(UUID roundId, UUID raterId, Instant now) {
        lockOrJoin(Round.get(roundId).id, raterId, now);
    }

    static Optional<Participation> lock(UUID roundId, UUID raterId) {
        return Participation.<Participation>find("roundId = ?1 and raterId = ?2", roundId, raterId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The same, made at a rater's first look at the round: in the part that has the fewest raters. */
    static Participation lockOrJoin(UUID roundId, UUID raterId, Instant now) {
        return lock(roundId, raterId).orElseGet(() -> {
            getEntityManager()
                    .createNativeQuery("""
                            insert into participation (id, round_id, rater_id, joined_at, weight, part)
                            select uuid7(), :round, :rater, :now, rater_weight(:rater, :round),
                                   case when r.parts = 1 then 1 else (
                                       select n from generate_series(1, r.parts) n
                                       order by (select count(*) from participation o where o.round_id = r.id and o.part = n), n
                                       limit 1) end
                            from round r where r.id = :round on conflict do nothing""")
                    .setParameter("round", roundId)
                    .setParameter("rater", raterId)
                    .setParameter("now", now)
                    .executeUpdate();
            return lock(roundId, raterId).orElseThrow();
        });
    }

    /** Counts a turn and gives its number, from 1. */
    int nextTurn() {
        return ++turns;
    }

    /** Marks that there was nothing left for a rater who has voted; true the first time. */
    boolean finish(Instant now) {
        if (finishedAt != null || votes == 0) {
            return false;
        }
        finishedAt = now;
        return true;
    }

    /** Whether not all pairs have been looked at that the rater may have passed by. */
    boolean isStillLooking() {
        return stillLooking;
    }

    boolean isExcluded() {
        return weight.signum() == 0;
    }

    /** Gives a rater another part, from its beginning; what they hold of the former part they may still answer. */
    void move(int to) {
        if (part != to) {
            part = to;
            reached = 0;
            again = 0;
            lookedAt = null;
        }
    }

    /** Moves on to a pair; never back, so that what a look from the start finds does not bring the walk back with it. */
    void reach(Pair pair) {
        reached = Math.max(reached, pair.position);
    }

    /** Notes an answer; true when the rater has been at it for so long that a break would do them good. */
    boolean goOn(Instant now) {
        Instant before = lastVoteAt;
        Instant since = streakSince;
        lastVoteAt = now;
        if (before == null || since == null || before.plus(PAUSE).isBefore(now)) {
            streak = 1;
            streakSince = now;
            return false;
        }
        streak++;
        return streak % LONG_STREAK == 0 || longTimes(since, now) > longTimes(since, before);
    }

    private static long longTimes(Instant since, Instant now) {
        return Duration.between(since, now).dividedBy(LONG_TIME);
    }

    void read(int version) {
        guidelinesSeen = Math.max(guidelinesSeen, version);
    }

    void practised(Instant now) {
        if (practisedAt == null) {
            practisedAt = now;
        }
    }

    /** Whether the round's guidelines are other than those that the rater has read, or none were read yet. */
    boolean mustRead(Round round) {
        return guidelinesSeen < round.guidelinesVersion;
    }
}
