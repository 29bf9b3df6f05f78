package org.kukai.annotation.review;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.annotation.Round;

/**
 * Says what a rater's votes count for. While a rater is excluded (weight 0) their votes are kept as they were said, but nothing
 * counts them, their pairs are asked again, and they get no more pairs.
 */
@ApplicationScoped
public class RaterDecisions {
    private static final int DECIMALS = 2;

    private final EntityManager database;
    private final Records records;
    private final Recount recount;
    private final Clock clock;

    RaterDecisions(EntityManager database, Records records, Recount recount, Clock clock) {
        this.database = database;
        this.records = records;
        this.recount = recount;
        this.clock = clock;
    }

    /**
     * One decision.
     *
     * @param round null when it is about every round
     * @param undoneBy null while it was not undone
     */
    public record Decided(
            UUID id,
            UUID rater,
            @Nullable UUID round,
            BigDecimal weight,
            String reason,
            String by,
            Instant at,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt) {
        public boolean isUndone() {
            return undoneAt != null;
        }

        public boolean isExclusion() {
            return weight.signum() == 0;
        }
    }

    /**
     * Decides, in place of what was decided about the rater and the same round before.
     *
     * @param round null for every round
     * @param weight from 0, exclusion, to 1, in hundredths
     * @return the decision's id
     * @throws RefusedException when there is no such rater or round, or the weight or the reason will not do
     */
    @Transactional
    public UUID decide(UUID rater, @Nullable UUID round, BigDecimal weight, String reason, UUID by) {
        String why = Records.reason(reason);
        if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A weight is a number from 0 (excluded) to 1 (counts in full); given: " + weight + ".");
        }
        BigDecimal exact = hundredths(weight);
        Account.get(rater);
        if (round != null) {
            Round.get(round);
        }
        UUID id = records.freshId();
        database.createNativeQuery("""
                        insert into rater_decision (id, rater_id, round_id, weight, reason, decided_by, decided_at)
                        values (:id, :rater, cast(cast(:round as text) as uuid), :weight, :reason, :by, :now)""")
                .setParameter("id", id)
                .setParameter("rater", rater)
                .setParameter("round", round == null ? null : round.toString())
                .setParameter("weight", exact)
                .setParameter("reason", why)
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .executeUpdate();
        apply(rater);
        return id;
    }

    /** Rounded, the least weight would become an exclusion, and nearly everything would become all. */
    private static BigDecimal hundredths(BigDecimal weight) {
        BigDecimal shortest = weight.stripTrailingZeros();
        if (shortest.scale() > DECIMALS) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A weight has at most two decimals, such as 0.25; given: " + weight + ".");
        }
        return shortest.setScale(DECIMALS);
    }

    /**
     * Undoes a decision: what was decided before it stands again.
     *
     * @throws RefusedException when there is none, or it is undone already
     */
    @Transactional
    public void undo(UUID decision, UUID by) {
        List<UUID> raters = database.unwrap(Session.class)
                .createNativeQuery("select rater_id from rater_decision where id = :id", UUID.class)
                .setParameter("id", decision)
                .getResultList();
        if (raters.isEmpty()) {
            throw Records.unknown(decision);
        }
        records.undo(decision, by, clock.instant());
        apply(raters.getFirst());
    }

    /** Brings every round of the rater in step with what stands, one after the other in one order. */
    private void apply(UUID rater) {
        Instant now = clock.instant();
        List<Object[]> rows = database.unwrap(Session.class)
                .createNativeQuery("""
                        select p.round_id, p.weight, rater_weight(p.rater_id, p.round_id) from participation p
                        where p.rater_id = :rater order by p.round_id for no key update of p""", Object[].class)
                .setParameter("rater", rater)
                .getResultList();
        for (Object[] row : rows) {
            UUID round = (UUID) row[0];
            BigDecimal before = (BigDecimal) row[1];
            BigDecimal after = (BigDecimal) row[2];
            if (before.compareTo(after) == 0) {
                continue;
            }
            database.createNativeQuery(
                            "update participation set weight = :weight where round_id = :round and rater_id = :rater")
                    .setParameter("weight", after)
                    .setParameter("round", round)
                    .setParameter("rater", rater)
                    .executeUpdate();
            if (after.signum() == 0) {
                recount.without(round, rater, now);
            } else if (before.signum() == 0) {
                recount.with(round, rater, now);
            }
        }
    }

    /** All decisions about a rater that concern the round, the newest first; those about every round among them. */
    @Transactional
    public List<Decided> about(UUID rater, UUID round) {
        return history("d.rater_id = :rater and (d.round_id is null or d.round_id = :round)", rater, round);
    }

    /** The same about everybody who has come to the round. */
    @Transactional
    public List<Decided> in(UUID round) {
        return history(
                "(d.round_id = :round or d.round_id is null and exists (select from participation p"
                        + " where p.round_id = :round and p.rater_id = d.rater_id))",
                null,
                round);
    }

    private List<Decided> history(String where, @Nullable UUID rater, UUID round) {
        var query = database.unwrap(Session.class)
                .createNativeQuery("""
                        select d.id, d.rater_id, d.round_id, d.weight, d.reason, a.name, d.decided_at, b.name, u.undone_at
                        from rater_decision d join account a on a.id = d.decided_by
                             left join undoing u on u.what = d.id left join account b on b.id = u.undone_by
                        where\s""" + where + " order by d.id desc limit 500", Object[].class)
                .setParameter("round", round);
        if (rater != null) {
            query.setParameter("rater", rater);
        }
        return query.getResultStream().map(RaterDecisions::decided).toList();
    }

    private static Decided decided(@Nullable Object[] row) {
        return new Decided(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (BigDecimal) row[3],
                (String) row[4],
                (String) row[5],
                (Instant) row[6],
                (String) row[7],
                (Instant) row[8]);
    }
}
