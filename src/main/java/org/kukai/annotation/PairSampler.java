package org.kukai.annotation;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.hibernate.Session;

import org.kukai.prompt.Prompt;
import org.kukai.prompt.Split;

/**
 * Chooses the pairs of a round in one statement, so that a million of them never pass through this program. The round's id
 * and the number of pairs that it has are the seed: the same round over the same haiku gets the same pairs. Only prompts of
 * the training side are used, never two poems with one fingerprint, and within a round no poem is used twice, so every pair
 * tells something new; only active rounds compare their poems with several others. All prompts give their first pair before
 * any gives its second.
 */
final class PairSampler {
    private static final String ALL_PROMPTS = """
            asked as (select id from prompt where split = 'TRAIN'),""";

    private static final String SOME_PROMPTS = """
            asked as (
                select id from prompt where split = 'TRAIN' order by md5(:seed || cast(id as text)) limit :prompts),""";

    private static final String ANSWERED_BY_BOTH = """
             and id in (select h.prompt_id from haiku h join authorship w on w.haiku_id = h.id where w.model = :one)
             and id in (select h.prompt_id from haiku h join authorship w on w.haiku_id = h.id where w.model = :other)""";

    private static final String SOME_SHARED_PROMPTS = "asked as (select id from prompt where split = 'TRAIN'"
            + ANSWERED_BY_BOTH + " order by md5(:seed || cast(id as text)) limit :prompts),";

    private static final String USED = """
            used as (
                select first_id as haiku from pair where round_id = :round
                union all select second_id from pair where round_id = :round),""";

    private static final String POOL = """
            pool as (
                select distinct on (h.prompt_id, h.fingerprint)
                       h.id, h.prompt_id, h.score, h.strict575, h.chatter, h.fingerprint,
                       md5(:seed || cast(h.id as text)) as dice
                from haiku h join asked p on p.id = h.prompt_id
                where h.text <> ''
                  and not exists (select 1 from used where used.haiku = h.id)
                  and not exists (select 1 from withdrawn_haiku w where w.haiku_id = h.id)
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
                from haiku h join asked p on p.id = h.prompt_id join authorship w on w.haiku_id = h.id
                where h.text <> '' and w.model in (:one, :other)
                  and not exists (select 1 from used where used.haiku = h.id)
                  and not exists (select 1 from withdrawn_haiku w where w.haiku_id = h.id)
                order by h.prompt_id, w.model, h.fingerprint, h.id),
            shuffled as (
                select *, row_number() over (partition by prompt_id, model order by dice) as place from written),
            twos as (
                select a.prompt_id, a.id as one, b.id as other, a.place as turn
                from shuffled a join shuffled b on b.prompt_id = a.prompt_id and b.place = a.place
                where a.model = :one and b.model = :other and a.fingerprint <> b.fingerprint)""";

    private static final String CHOSEN = """
            chosen as (
                select prompt_id, dice, case when dice < '8' then one else other end as first,
                       case when dice < '8' then other else one end as second
                from (select *, md5(:seed || cast(one as text) || cast(other as text)) as dice from twos) diced
                order by turn, dice limit :pairs)""";

    private static final String PLACED =
            "from (select *, cast(row_number() over (order by dice) as integer) as place from chosen) placed";

    private static final String INSERT = """

            insert into pair (id, round_id, position, part, prompt_id, first_id, second_id, wanted)
            select uuid7(), :round, :behind + place, 1 + (:behind + place - 1) % :parts, prompt_id, first, second, :votes
            """ + PLACED;

    private static final String CHOOSE = """

            insert into pair_choice (batch_id, place, prompt_id, first_id, second_id)
            select :batch, place, prompt_id, first, second
            """ + PLACED;

    private static final String MAKE = """
            insert into pair (id, round_id, position, part, prompt_id, first_id, second_id, wanted)
            select uuid7(), :round, :behind + row_number() over (order by place),
                   1 + (:behind + row_number() over (order by place) - 1) % :parts, prompt_id, first_id, second_id, :votes
            from pair_choice where batch_id = :batch and place > :made and place <= :made + :slice""";

    private static final String SAMPLE = """

            select q.text as prompt, one.text as first, other.text as second, many
            from (select *, count(*) over () as many from chosen order by dice limit :sample) few
                 join prompt q on q.id = prompt_id join haiku one on one.id = first join haiku other on other.id = second""";

    private static final UUID NO_ROUND = new UUID(0, 0);
    private static final int CORRECT = 4;

    private PairSampler() {}

    /** Makes all pairs of a batch and returns how many: as many as it wants, or fewer. */
    static int fill(PairBatch batch, Round round, EntityManager database) {
        return run(
                placed(INSERT, batch, round, database)
                        .setParameter("behind", round.pairs)
                        .setParameter("parts", round.rules.parts())
                        .setParameter("votes", round.votesPerPair),
                database);
    }

    /** Chooses all pairs of a batch, to be made by {@link #make}, and returns how many. */
    static int choose(PairBatch batch, Round round, EntityManager database) {
        return run(placed(CHOOSE, batch, round, database).setParameter("batch", batch.id), database);
    }

    // Soon after a large import the database has no figures of it yet and takes all haiku for a few: it would join them
    // with one
    // another row by row, which does not end.
    private static int run(Query query, EntityManager database) {
        database.createNativeQuery("set local enable_nestloop = off").executeUpdate();
        int done = query.executeUpdate();
        database.createNativeQuery("set local enable_nestloop = on").executeUpdate();
        return done;
    }

    /** Makes the next of the pairs that were chosen for a batch, so many at most, and returns how many. */
    static int make(PairBatch batch, Round round, int slice, EntityManager database) {
        return database.createNativeQuery(MAKE)
                .setParameter("batch", batch.id)
                .setParameter("made", batch.made)
                .setParameter("slice", slice)
                .setParameter("round", round.id)
                .setParameter("behind", round.pairs)
                .setParameter("parts", round.rules.parts())
                .setParameter("votes", round.votesPerPair)
                .executeUpdate();
    }

    private static Query placed(String end, PairBatch batch, Round round, EntityManager database) {
        return query(ALL_PROMPTS, end, batch.pairing, batch.models, database)
                .setParameter("seed", round.pairs == 0 ? round.id.toString() : round.id + ":" + round.pairs)
                .setParameter("round", round.id)
                .setParameter("pairs", batch.wanted);
    }

    /**
     * A few of the pairs that a round would get, as prompt, two texts, and the number of all pairs in each row; from so many
     * prompts, drawn at random, where there are more.
     */
    @SuppressWarnings("unchecked")
    static List<Object[]> sample(RoundDraft draft, String seed, int prompts, int size, EntityManager database) {
        String asked = draft.pairing() == Pairing.MODEL_VS_MODEL ? SOME_SHARED_PROMPTS : SOME_PROMPTS;
        return query(asked, SAMPLE, draft.pairing(), draft.models(), database)
                .setParameter("seed", seed)
                .setParameter("prompts", prompts)
                .setParameter("round", NO_ROUND)
                .setParameter("pairs", draft.pairs())
                .setParameter("sample", size)
                .getResultList();
    }

    /** How many prompts a sample is drawn from. */
    static long prompts(RoundDraft draft, EntityManager database) {
        if (draft.pairing() != Pairing.MODEL_VS_MODEL) {
            return Prompt.count("split", Split.TRAIN);
        }
        return database.unwrap(Session.class)
                .createNativeQuery("select count(*) from prompt where split = 'TRAIN'" + ANSWERED_BY_BOTH, Long.class)
                .setParameter("one", draft.models().get(0))
                .setParameter("other", draft.models().get(1))
                .getSingleResult();
    }

    private static Query query(
            String prompts, String end, Pairing pairing, List<String> models, EntityManager database) {
        Query query = database.createNativeQuery("with " + prompts + USED + candidates(pairing) + "," + CHOSEN + end);
        if (pairing == Pairing.MODEL_VS_MODEL) {
            query.setParameter("one", models.get(0)).setParameter("other", models.get(1));
        }
        return query;
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
