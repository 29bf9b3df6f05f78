package org.kukai.annotation;

import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.hibernate.query.QueryFlushMode;

/**
 * Looks for pairs that a rater has passed by: who has come to the end of their part walks through it a second time, waiting for locks
 * now, and from then on looks only at pairs that have come to have room since.
 *
 * <p>Cost: each pair is looked at once in the second walk, however often the rater asks, and so many at most in one go, so
 * somebody who has voted on a million pairs that still want votes of others waits for none of them. {@code SecondWalkBenchmark} measures it.
 *
 * <p>Each of its statements locks in the order of positions, in which others lock too. A pair that turns out to be full when its lock is
 * there stays locked, so the second statement begins by letting go what the first may have: else two raters could wait in a circle.
 */
final class SecondWalk {
    private static final int STEP = 1_000;
    private static final int STEPS = 10;

    /** Whoever frees a pair has committed that after so long; no transaction that does may take longer than half of it. */
    private static final String SOON = "interval '2 minutes'";

    private static final String WITH_ROOM = "p.round_id = :round and p.part = :part and p.has_room";

    private static final String NEW_TO_RATER =
            "not exists (select 1 from assignment a where a.pair_id = p.id and a.rater_id = :rater)";

    private static final String STRETCH = "select count(*), max(position) from (select p.position from pair p where "
            + WITH_ROOM + " and p.position > :behind order by p.position limit :step) stretch";

    private static final String IN_STRETCH = "select p.* from pair p where " + WITH_ROOM
            + " and p.position > :behind and p.position <= :upTo and " + NEW_TO_RATER
            + " order by p.position limit 1 for no key update of p";

    private static final String FREED = "(select p.id, p.freed_at from pair p where " + WITH_ROOM
            + " and p.freed_at > cast(:since as timestamptz) - " + SOON + " order by p.freed_at limit :step)";

    private static final String LAST_FREED =
            "select count(*), max(freed_at), statement_timestamp() from " + FREED + " freed";

    private static final String NEW_AMONG_FREED =
            "select p.* from pair p join " + FREED + " freed on freed.id = p.id where p.has_room and " + NEW_TO_RATER
                    + " order by p.position limit 1 for no key update of p";

    private final Participation rater;

    private SecondWalk(Participation rater) {
        this.rater = rater;
    }

    /**
     * A pair with room that is new to the rater, wherever it stands, locked. Empty when there is none, or when there are more to look at
     * than are looked at in one go: then the rater {@linkplain Participation#isStillLooking is still looking}.
     */
    static Optional<Pair> next(Participation rater) {
        return new SecondWalk(rater).next();
    }

    private Optional<Pair> next() {
        rater.stillLooking = false;
        if (rater.lookedAt == null) {
            rater.lookedAt = session()
                    .createNativeQuery("select statement_timestamp()", Instant.class)
                    .getSingleResult();
        }
        session().flush();
        execute("savepoint unlocked");
        for (int step = 0; step < STEPS; step++) {
            Object[] stretch = query(STRETCH, Object[].class)
                    .setParameter("behind", rater.again)
                    .setParameter("step", STEP)
                    .getSingleResult();
            int many = ((Number) stretch[0]).intValue();
            if (many == 0) {
                return freed();
            }
            int upTo = ((Number) stretch[1]).intValue();
            Optional<Pair> found = first(query(IN_STRETCH, Pair.class)
                    .setParameter("behind", rater.again)
                    .setParameter("upTo", upTo)
                    .setParameter("rater", rater.raterId));
            rater.again = found.map(pair -> pair.position).orElse(upTo);
            if (found.isPresent()) {
                return found;
            }
            if (many < STEP) {
                return freed();
            }
        }
        rater.stillLooking = true;
        return Optional.empty();
    }

    private Optional<Pair> freed() {
        execute("rollback to savepoint unlocked");
        Instant since = Objects.requireNonNull(rater.lookedAt, "the walk has begun");
        Object[] last = query(LAST_FREED, Object[].class)
                .setParameter("since", since)
                .setParameter("step", STEP)
                .getSingleResult();
        int many = ((Number) last[0]).intValue();
        Optional<Pair> found = many == 0
                ? Optional.empty()
                : first(query(NEW_AMONG_FREED, Pair.class)
                        .setParameter("since", since)
                        .setParameter("step", STEP)
                        .setParameter("rater", rater.raterId));
        if (found.isEmpty()) {
            rater.stillLooking = many == STEP;
            rater.lookedAt = many == STEP ? latest(since, (Instant) last[1]) : (Instant) last[2];
        }
        return found;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> Optional<T> first(Query<T> query) {
        return query.getResultStream().findFirst();
    }

    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return session()
                .createNativeQuery(sql, type)
                .setParameter("round", rater.roundId)
                .setParameter("part", rater.part)
                // What the request has changed so far concerns pairs that the rater has had.
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH);
    }

    /** In words of SQL: under a transaction manager the connection takes no savepoints back itself. */
    private static void execute(String sql) {
        session().doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private static Session session() {
        return Round.getEntityManager().unwrap(Session.class);
    }
}
