package org.kukai.annotation.review;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import org.kukai.RefusedException;

/**
 * Which pairs an admin may decide: those that raters have finished without deciding them, as {@link Adjudications#split} lists them. A pair of
 * a poem that waits for a decision because raters have flagged it may be dropped as well, whatever its votes.
 */
@ApplicationScoped
class Undecided {
    private static final String STATE = """
            select p.votes, greatest(p.firsts, p.seconds, p.ties, p.neithers) as most,
                   pair_needs(p.firsts, p.seconds, p.ties, p.neithers, r.votes_per_pair, r.more_votes, r.settle_early) as needed,
                   p.settled_at is not null as settled, p.dropped_at is not null as out,
                   exists (select from standing_adjudication s where s.pair_id = p.id) as decided,
                   exists (select from writers_told w where w.pair_id = p.id and w.told_to = :by) as told,
                   exists (select from poem_flag g left join standing_poem_decision d on d.haiku_id = g.haiku_id
                           where g.haiku_id in (p.first_id, p.second_id) and g.withdrawn_at is null
                             and (d.id is null or d.decided_at < g.flagged_at)) as flagged
            from pair p join round r on r.id = p.round_id
            where p.id = :pair and p.round_id = :round and p.kind = 'ASKED' for no key update of p""";

    private final EntityManager database;

    Undecided(EntityManager database) {
        this.database = database;
    }

    /**
     * Locks the pair for a decision.
     *
     * @throws RefusedException when the round has no such pair, or it is not to be decided, or not by them
     */
    void lock(UUID round, UUID pair, Adjudication decision, UUID by) {
        Tuple state = database.unwrap(Session.class)
                .createNativeQuery(STATE, Tuple.class)
                .setParameter("round", round)
                .setParameter("pair", pair)
                .setParameter("by", by)
                .getResultStream()
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(RefusedException.Kind.UNKNOWN, "This round has no pair " + pair + "."));
        if (is(state, "decided")) {
            throw refuse("This pair is decided already. Undo that decision first.");
        }
        if (is(state, "told")) {
            throw refuse("You were told who wrote these poems, so your decision would not be blind."
                    + " An admin who was not can decide this pair.");
        }
        if (is(state, "out")) {
            throw refuse("This pair was taken out of the round, because one of its poems is withdrawn.");
        }
        if (decision == Adjudication.DROP && is(state, "flagged")) {
            return;
        }
        int votes = state.get("votes", Integer.class);
        if (!is(state, "settled") || votes == 0) {
            throw refuse("Raters are still asked about this pair: it has " + votes + " of the "
                    + state.get("needed", Integer.class)
                    + " votes that it needs. It can be decided when it has them and no"
                    + " answer has more than half.");
        }
        if (2 * state.get("most", Integer.class) > votes) {
            throw refuse("Raters have decided this pair: of its " + votes + " votes " + state.get("most", Integer.class)
                    + " say the same. Only pairs where no answer has more than half are decided by an admin.");
        }
    }

    private static boolean is(Tuple state, String what) {
        return state.get(what, Boolean.class);
    }

    private static RefusedException refuse(String why) {
        return new RefusedException(RefusedException.Kind.CONFLICT, why);
    }
}
