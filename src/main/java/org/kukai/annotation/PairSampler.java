package org.kukai.annotation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * Chooses the pairs of a round in one statement, so that a million of them never pass through this program. The round's id
 * is the seed: the same round over the same haiku gets the same pairs. Only prompts of the training side are used, never
 * two poems with one fingerprint, and within a round no poem is used twice, so every pair tells something new. All prompts
 * give their first pair before any gives its second.
 */
final class PairSampler {
    private static final String POOL = """
            pool as (
                select distinct on (h.prompt_id, h.fingerprint)
                       h.id, h.prompt_id, h.score, h.strict575, h.chatter, h.fingerprint,
                       md5(:seed || cast(h.id as text)) as dice
                from haiku h join prompt p on p.id = h.prompt_id
                where p.split = 'TRAIN' and h.text <> ''
                order by h.prompt_id, h.fingerprint, h.id)""";

    // The two orders are each other's reverse, so the k-th best and the k-th worst are two different poems while the
    // scores differ.
    private static final String BEST_WORST = """
            ranked as (
                select *,
                       row_number() over (partition by prompt_id order by score desc, strict575 desc, chatter, dice) as high,
                       row_number() over (partition by prompt_id order by score, strict575, chatter desc, dice desc) as low
                from pool),
            twos as (
                select a.prompt_id, a.id as one, b.id as other, a.high as turn
                from ranked a join ranked b on b.prompt_id = a.prompt_id and b.low = a.high
                where a.score > b.score)""";

    private static final String NEIGHBOURS = """
            shuffled as (
                select *, row_number() over (partition by prompt_id order by dice) as place
                from pool where score >= %d),
            twos as (
                select a.prompt_id, a.id as one, b.id as other, a.place as turn
                from shuffled a join shuffled b on b.prompt_id = a.prompt_id and b.place = a.place + 1
                where a.place %% 2 = 1)""";

    private static final String WRITTEN = """
            written as (
                select distinct on (h.prompt_id, w.model, h.fingerprint)
                       h.id, h.prompt_id, w.model, h.fingerprint, md5(:seed || cast(h.id as text)) as dice
                from haiku h join prompt p on p.id = h.prompt_id join authorship w on w.haiku_id = h.id
                where p.split = 'TRAIN' and h.text <> '' and w.model in (:one, :other)
                order by h.prompt_id, w.model, h.fingerprint, h.id),
            shuffled as (
                select *, row_number() over (partition by prompt_id, model order by dice) as place from written),
            twos as (
                select a.prompt_id, a.id as one, b.id as other, a.place as turn
                from shuffled a join shuffled b on b.prompt_id = a.prompt_id and b.place = a.place
                where a.model = :one and b.model = :other and a.fingerprint <> b.fingerprint)""";

    private static final String CHOOSE = """
            chosen as (
                select *, md5(:seed || cast(one as text) || cast(other as text)) as dice
                from twos order by turn, dice limit :pairs)
            insert into pair (id, round_id, position, prompt_id, first_id, second_id, wanted)
            select uuid7(), :round, row_number() over (order by dice), prompt_id,
                   case when dice < '8' then one else other end, case when dice < '8' then other else one end, :votes
            from chosen""";

    private static final int CORRECT = 4;

    private PairSampler() {}

    /** Fills the round, which is stored already, and returns how many pairs it got: as many as it wants, or fewer. */
    static int fill(Round round, EntityManager database) {
        Query insert = database.createNativeQuery("with " + candidates(round.pairing) + "," + CHOOSE)
                .setParameter("seed", round.id.toString())
                .setParameter("round", round.id)
                .setParameter("pairs", round.pairsWanted)
                .setParameter("votes", round.votesPerPair);
        if (round.pairing == Pairing.MODEL_VS_MODEL) {
            insert.setParameter("one", round.models.get(0)).setParameter("other", round.models.get(1));
        }
        return insert.executeUpdate();
    }

    private static String candidates(Pairing pairing) {
        return switch (pairing) {
            case BEST_WORST -> POOL + "," + BEST_WORST;
            case BOTH_CORRECT -> POOL + "," + NEIGHBOURS.formatted(CORRECT);
            case RANDOM, ACTIVE -> POOL + "," + NEIGHBOURS.formatted(0);
            case MODEL_VS_MODEL -> WRITTEN;
        };
    }
}
