package org.kukai.annotation.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.RefusedException;
import org.kukai.annotation.TakenOut;

/**
 * Decides pairs that raters have not: every vote that they need is in, and no answer has more than half of them. What an admin
 * decides counts in releases in place of the votes, and is never a vote.
 */
@ApplicationScoped
public class Adjudications {
    private static final String SPLIT = """
            p.round_id = :round and p.kind = 'ASKED' and p.settled_at is not null and p.votes > 0 and p.dropped_at is null
            and greatest(p.firsts, p.seconds, p.ties, p.neithers) * 2 <= p.votes
            and not exists (select from standing_adjudication s where s.pair_id = p.id)""";

    private static final String OUT = "p.round_id = :round and p.dropped_at is not null";

    private static final String DECIDED = "p.round_id = :round and j.id is not null";

    private static final String LIST = """
            select p.id, q.text as prompt, f.text as first, s.text as second, p.firsts, p.seconds, p.ties, p.neithers,
                   coalesce((select array_agg(v.comment order by v.cast_at) from vote v
                             where v.pair_id = p.id and v.kind = 'ASKED' and v.comment is not null), '{}') as comments,
                   p.first_id in (select haiku_id from withdrawn_haiku) as first_withdrawn,
                   p.second_id in (select haiku_id from withdrawn_haiku) as second_withdrawn,
                   j.id as decision, j.decision as decided, j.reason, a.name, j.decided_at,
                   coalesce((select array_agg(t.name order by w.told_at) from writers_told w join account t on t.id = w.told_to
                             where w.pair_id = p.id), '{}') as told
            from pair p join prompt q on q.id = p.prompt_id join haiku f on f.id = p.first_id join haiku s on s.id = p.second_id
                 left join standing_adjudication j on j.pair_id = p.id and j.round_id = :round
                 left join account a on a.id = j.decided_by
            where\s""";

    private final EntityManager database;
    private final Records records;
    private final Undecided undecided;
    private final Clock clock;

    Adjudications(EntityManager database, Records records, Undecided undecided, Clock clock) {
        this.database = database;
        this.records = records;
        this.undecided = undecided;
        this.clock = clock;
    }

    /** Pairs that wait for a decision, in the order of the round. */
    @Transactional
    public List<SplitPair> split(UUID round, int offset, int limit) {
        return list(SPLIT + " order by p.position", round, offset, limit);
    }

    @Transactional
    public long countSplit(UUID round) {
        return count("select count(*) from pair p where " + SPLIT, round);
    }

    /** Pairs that were decided, the last first. */
    @Transactional
    public List<SplitPair> decided(UUID round, int offset, int limit) {
        return list(DECIDED + " order by j.id desc", round, offset, limit);
    }

    @Transactional
    public long countDecided(UUID round) {
        return count("select count(*) from standing_adjudication j where j.round_id = :round", round);
    }

    /** Pairs that were taken out of the round: dropped, or with a poem that is withdrawn; in the order of the round. */
    @Transactional
    public List<SplitPair> takenOut(UUID round, int offset, int limit) {
        return list(OUT + " order by p.position", round, offset, limit);
    }

    @Transactional
    public long countTakenOut(UUID round) {
        return TakenOut.count(round);
    }

    /**
     * Decides a pair.
     *
     * @return the decision's id
     * @throws RefusedException when the round has no such pair, when it is not {@linkplain Undecided to be decided}, or when the reason
     *     will not do
     */
    @Transactional
    public UUID decide(UUID round, UUID pair, Adjudication decision, String reason, UUID by) {
        String why = Records.reason(reason);
        undecided.lock(round, pair, decision, by);
        UUID id = records.freshId();
        Instant now = clock.instant();
        database.createNativeQuery("""
                        insert into pair_adjudication (id, pair_id, round_id, decision, reason, decided_by, decided_at)
                        values (:id, :pair, :round, :decision, :reason, :by, :now)""")
                .setParameter("id", id)
                .setParameter("pair", pair)
                .setParameter("round", round)
                .setParameter("decision", decision.name())
                .setParameter("reason", why)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
        TakenOut.lookAtPair(pair, now);
        return id;
    }

    /**
     * Undoes a decision: what was decided before it stands again.
     *
     * @throws RefusedException when there is none, or it is undone already
     */
    @Transactional
    public void undo(UUID decision, UUID by) {
        UUID pair = database.unwrap(Session.class)
                .createNativeQuery("select pair_id from pair_adjudication where id = :id", UUID.class)
                .setParameter("id", decision)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Records.unknown(decision));
        Instant now = clock.instant();
        records.undo(decision, by, now);
        TakenOut.lookAtPair(pair, now);
    }

    private List<SplitPair> list(String where, UUID round, int offset, int limit) {
        return database.unwrap(Session.class)
                .createNativeQuery(LIST + where + " offset :offset limit :limit", Tuple.class)
                .setParameter("round", round)
                .setParameter("offset", offset)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Adjudications::pair)
                .toList();
    }

    private static SplitPair pair(Tuple row) {
        String decided = row.get("decided", String.class);
        return new SplitPair(
                row.get("id", UUID.class),
                row.get("prompt", String.class),
                row.get("first", String.class),
                row.get("second", String.class),
                row.get("firsts", Integer.class),
                row.get("seconds", Integer.class),
                row.get("ties", Integer.class),
                row.get("neithers", Integer.class),
                Arrays.asList(row.get("comments", String[].class)),
                row.get("first_withdrawn", Boolean.class),
                row.get("second_withdrawn", Boolean.class),
                row.get("decision", UUID.class),
                decided == null ? null : Adjudication.valueOf(decided),
                row.get("reason", String.class),
                row.get("name", String.class),
                row.get("decided_at", Instant.class),
                Arrays.asList(row.get("told", String[].class)));
    }

    private long count(String sql, UUID round) {
        Object number =
                database.createNativeQuery(sql).setParameter("round", round).getSingleResult();
        return ((Number) number).longValue();
    }
}
