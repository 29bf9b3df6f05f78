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
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.annotation.TakenOut;

/**
 * Decides about poems that raters have flagged: a poem is kept, or withdrawn from every pairing, from the pairs that
 * running rounds still ask about, and from every release to come. A flag
 * that is raised after the decision brings the poem back into the queue.
 */
@ApplicationScoped
public class PoemDecisions {
    private static final String WAITING = """
            from poem_flag g left join standing_poem_decision d on d.haiku_id = g.haiku_id
            where g.withdrawn_at is null and (d.id is null or d.decided_at < g.flagged_at)
              and (cast(:round as text) is null or g.round_id = cast(cast(:round as text) as uuid))
              and (cast(:kind as text) is null or g.kind = cast(:kind as text))""";

    private static final String ROWS = """
            select h.id, q.text as prompt, h.text as poem, count(distinct g.rater_id) as raters,
                   array_agg(lower(replace(g.kind, '_', ' ')) || case when g.note = '' then '' else ': ' || g.note end
                             order by g.flagged_at) as said,
                   d.id as decision, d.decision = 'WITHDRAW' as withdrawn, d.reason, a.name, d.decided_at
            from %s join haiku h on h.id = few.haiku_id join prompt q on q.id = h.prompt_id
                 join poem_flag g on g.haiku_id = h.id and g.withdrawn_at is null
                 left join standing_poem_decision d on d.haiku_id = h.id left join account a on a.id = d.decided_by
            group by h.id, q.text, h.text, d.id, d.decision, d.reason, a.name, d.decided_at, few.place
            order by few.place""";

    private static final String WAITING_ROWS = ROWS.formatted(
            "(select g.haiku_id, row_number() over (order by max(g.flagged_at) desc, g.haiku_id) as place " + WAITING
                    + " group by g.haiku_id order by max(g.flagged_at) desc, g.haiku_id offset :offset limit :limit) few");

    private static final String DECIDED_ROWS = ROWS.formatted("""
            (select d.haiku_id, row_number() over (order by d.id desc) as place from standing_poem_decision d
             order by d.id desc offset :offset limit :limit) few""");

    private static final String DECIDED = """
            select exists (select from standing_poem_decision d where d.haiku_id = h.id
                           and not exists (select from poem_flag g where g.haiku_id = h.id
                                             and g.withdrawn_at is null and g.flagged_at > d.decided_at))
            from haiku h where h.id = :haiku""";

    private final EntityManager database;
    private final Records records;
    private final Clock clock;

    PoemDecisions(EntityManager database, Records records, Clock clock) {
        this.database = database;
        this.records = records;
        this.clock = clock;
    }

    /** Poems that wait, the last flagged first; of one round and with one kind of flag, where these are given. */
    @Transactional
    public List<FlaggedPoem> waiting(@Nullable UUID round, @Nullable String kind, int offset, int limit) {
        return database.unwrap(Session.class)
                .createNativeQuery(WAITING_ROWS, Tuple.class)
                .setParameter("round", round == null ? null : round.toString())
                .setParameter("kind", kind)
                .setParameter("offset", offset)
                .setParameter("limit", limit)
                .getResultStream()
                .map(PoemDecisions::poem)
                .toList();
    }

    @Transactional
    public long countWaiting(@Nullable UUID round, @Nullable String kind) {
        Object number = database.createNativeQuery("select count(distinct g.haiku_id) " + WAITING)
                .setParameter("round", round == null ? null : round.toString())
                .setParameter("kind", kind)
                .getSingleResult();
        return ((Number) number).longValue();
    }

    /** Poems that were decided, the last first. */
    @Transactional
    public List<FlaggedPoem> decided(int offset, int limit) {
        return database.unwrap(Session.class)
                .createNativeQuery(DECIDED_ROWS, Tuple.class)
                .setParameter("offset", offset)
                .setParameter("limit", limit)
                .getResultStream()
                .map(PoemDecisions::poem)
                .toList();
    }

    @Transactional
    public long countDecided() {
        return ((Number) database.createNativeQuery("select count(*) from standing_poem_decision")
                        .getSingleResult())
                .longValue();
    }

    /**
     * Decides about a poem. One that was decided is decided anew only when it was flagged again since.
     *
     * @param withdraw whether it is withdrawn; else it is kept
     * @return the decision's id
     * @throws RefusedException when there is no such poem, when a decision about it stands, or the reason will not do
     */
    @Transactional
    public UUID decide(UUID haiku, boolean withdraw, String reason, UUID by) {
        String why = Records.reason(reason);
        refuseDecided(haiku);
        UUID id = records.freshId();
        Instant now = clock.instant();
        database.createNativeQuery("""
                        insert into poem_decision (id, haiku_id, decision, reason, decided_by, decided_at)
                        values (:id, :haiku, :decision, :reason, :by, :now)""")
                .setParameter("id", id)
                .setParameter("haiku", haiku)
                .setParameter("decision", withdraw ? "WITHDRAW" : "KEEP")
                .setParameter("reason", why)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
        TakenOut.lookAtPoem(haiku, now);
        return id;
    }

    /** One decision about a poem at a time, so that none covers another that undoing it would bring back. */
    private void refuseDecided(UUID haiku) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:haiku, 152)) is null")
                .setParameter("haiku", haiku.toString())
                .getSingleResult();
        boolean decided = database.unwrap(Session.class)
                .createNativeQuery(DECIDED, Boolean.class)
                .setParameter("haiku", haiku)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no haiku " + haiku + "."));
        if (decided) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "This poem is decided already. Undo that decision first.");
        }
    }

    /**
     * Undoes a decision: what was decided before it stands again.
     *
     * @throws RefusedException when there is none, or it is undone already
     */
    @Transactional
    public void undo(UUID decision, UUID by) {
        UUID haiku = database.unwrap(Session.class)
                .createNativeQuery("select haiku_id from poem_decision where id = :id", UUID.class)
                .setParameter("id", decision)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Records.unknown(decision));
        Instant now = clock.instant();
        records.undo(decision, by, now);
        TakenOut.lookAtPoem(haiku, now);
    }

    private static FlaggedPoem poem(Tuple row) {
        return new FlaggedPoem(
                row.get("id", UUID.class),
                row.get("prompt", String.class),
                row.get("poem", String.class),
                row.get("raters", Number.class).intValue(),
                Arrays.asList(row.get("said", String[].class)),
                row.get("decision", UUID.class),
                Boolean.TRUE.equals(row.get("withdrawn", Boolean.class)),
                row.get("reason", String.class),
                row.get("name", String.class),
                row.get("decided_at", Instant.class));
    }
}
