package org.kukai.annotation;

import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/**
 * All that a rater may see of a pair. It has no id of a haiku, a prompt or a pair, no model and no score, so no page or
 * answer that is made of it can tell them.
 *
 * @param assignment names the rater's turn, and nothing else
 * @param remaining how many pairs are left for the rater, this one included; never more than {@link #MANY}
 */
public record BlindPair(UUID assignment, String prompt, String left, String right, String question, int remaining) {
    /** Where counting what is left stops. */
    public static final int MANY = 1000;

    static BlindPair of(Assignment turn, Round round, Participation rater, EntityManager database) {
        Tuple texts = (Tuple) database.createNativeQuery("""
                        select coalesce(q.text, t.prompt) as prompt, coalesce(one.text, t.better) as first,
                               coalesce(other.text, t.worse) as second
                        from pair p left join prompt q on q.id = p.prompt_id
                                    left join haiku one on one.id = p.first_id
                                    left join haiku other on other.id = p.second_id
                                    left join attention t on t.pair_id = p.id and p.kind = 'ATTENTION'
                        where p.id = :pair""", Tuple.class)
                .setParameter("pair", turn.pairId)
                .getSingleResult();
        String first = (String) texts.get("first");
        String second = (String) texts.get("second");
        return new BlindPair(
                turn.id,
                (String) texts.get("prompt"),
                turn.firstOnLeft ? first : second,
                turn.firstOnLeft ? second : first,
                round.question,
                remaining(round, rater));
    }

    /** Checks on the way are among them, or their coming would be seen by a number that stands still. */
    private static int remaining(Round round, Participation rater) {
        int ahead = Pair.aheadOf(rater, MANY);
        return Math.min(MANY, Assignment.heldFor(rater) + ahead + Checks.before(round, rater, ahead));
    }
}
