package org.kukai.annotation.review;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.RefusedException;

/** Tells admins who wrote the poems of a pair once it is decided, and notes whom it told: they decide that pair no more. */
@ApplicationScoped
public class WritersTold {
    private final EntityManager database;
    private final Clock clock;

    WritersTold(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Who wrote the poems of a pair that is decided. From then on the one who asks can decide it no more, even when the decision is undone.
     *
     * @throws RefusedException while no decision stands, or votes on the pair are still to come
     */
    @Transactional
    public SplitPair.Writers tell(UUID round, UUID pair, UUID to) {
        Object[] row = database.unwrap(Session.class)
                .createNativeQuery("""
                        select one.model, f.score, other.model, s.score,
                               p.votes < pair_needs(p.firsts, p.seconds, p.ties, p.neithers, r.votes_per_pair, r.more_votes, r.settle_early)
                               or exists (select from assignment a where a.pair_id = p.id and a.rater_id = :to
                                          and a.state in ('HELD', 'LAPSED'))
                        from standing_adjudication j join pair p on p.id = j.pair_id join round r on r.id = p.round_id
                             join haiku f on f.id = p.first_id join haiku s on s.id = p.second_id
                             left join lateral (select model from authorship w where w.haiku_id = f.id limit 1) one on true
                             left join lateral (select model from authorship w where w.haiku_id = s.id limit 1) other on true
                        where j.pair_id = :pair and j.round_id = :round""", Object[].class)
                .setParameter("pair", pair)
                .setParameter("round", round)
                .setParameter("to", to)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> refuse("Decide the pair first; then you can see who wrote it."));
        if ((Boolean) Objects.requireNonNull(row[4])) {
            throw refuse(
                    "This pair does not have its votes, or you hold it yourself: who wrote it is told when no vote is to come.");
        }
        database.createNativeQuery("""
                        insert into writers_told (pair_id, told_to, told_at) values (:pair, :to, :now) on conflict do nothing""")
                .setParameter("pair", pair)
                .setParameter("to", to)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return new SplitPair.Writers((String) row[0], score(row[1]), (String) row[2], score(row[3]));
    }

    private static int score(Object value) {
        return ((Number) Objects.requireNonNull(value)).intValue();
    }

    private static RefusedException refuse(String why) {
        return new RefusedException(RefusedException.Kind.CONFLICT, why);
    }
}
