package org.kukai.annotation;

import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;

/**
 * All that a rater may see of a pair. It has no id of a haiku, a prompt or a pair, no model and no score, so no page or
 * answer that is made of it can tell them.
 *
 * @param assignment names the rater's turn, and nothing else
 * @param remaining how many pairs are left for the rater, this one included, and no more than the round takes from them; never more than
 *     {@link #MANY}, and 0 where it was not counted because the pair was fetched ahead
 */
public record BlindPair(UUID assignment, String prompt, String left, String right, String question, int remaining) {
    /** Where counting what is left stops. */
    public static final int MANY = 200;

    static BlindPair of(Assignment turn, Round round, int remaining, EntityManager database) {
        Tuple texts = (Tuple) database.createNativeQuery("""
                        select coalesce(q.text, t.prompt) as prompt, coalesce(one.text, t.better) as first,
                               coalesce(other.text, t.worse) as second
                        from pair p left join prompt q on q.id = p.prompt_id
                                    left join haiku one on one.id = p.first_id
                                    left join haiku other on other.id = p.second_id
                                    left join attention t on t.pair_id = p.id and p.kind = 'ATTENTION'
                        where p.id = :pair""", Tuple.class)
                .setParameter("pair", turn.pairId)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        String first = (String) texts.get("first");
        String second = (String) texts.get("second");
        return new BlindPair(
                turn.id,
                (String) texts.get("prompt"),
                turn.firstOnLeft ? first : second,
                turn.firstOnLeft ? second : first,
                round.question,
                remaining);
    }
}
