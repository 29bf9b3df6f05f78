package org.kukai.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * Pairs with a clear answer, by which raters are checked. An admin writes one, or lets Kukai make some: a 5-7-5 poem of the
 * training side against the words of another prompt's poem in an order drawn by lot. Their texts are no haiku of the pool.
 */
@ApplicationScoped
public class AttentionPairs {
    private static final int MOST_OF_A_ROUND = 500;
    private static final int LONGEST_TEXT = 500;

    private final EntityManager database;
    private final Clock clock;

    AttentionPairs(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them, and how raters fared.
     *
     * @param byHand whether an admin wrote it
     * @param answered by raters, skips not counted
     * @param passed of these, where the better text was chosen
     * @param retiredAt from when on it is given to nobody new; null while it is in use
     */
    public record Listed(
            UUID id,
            String prompt,
            String better,
            String worse,
            boolean byHand,
            long answered,
            long passed,
            @Nullable Instant retiredAt) {
        public boolean isRetired() {
            return retiredAt != null;
        }
    }

    /**
     * Sets how often the round checks its raters, from their next turns on.
     *
     * @throws RefusedException when there is no such round
     */
    @Transactional
    public void set(UUID roundId, CheckRules rules) {
        Round round = Round.get(roundId);
        round.attentionEvery = rules.attentionEvery();
        round.repeatEvery = rules.repeatEvery();
        round.repeatGap = rules.repeatGap();
    }

    /**
     * Adds a pair that an admin wrote.
     *
     * @throws RefusedException when a text is missing or too long, both are the same, or the round has very many
     */
    @Transactional
    public UUID add(UUID roundId, String prompt, String better, String worse, UUID by) {
        String asked = text("The prompt", prompt);
        String good = text("The better text", better);
        String bad = text("The worse text", worse);
        if (good.equals(bad)) {
            throw refuse("Both texts are the same, so no answer is clear. Write a worse one.");
        }
        lock(roundId, 1);
        return insert(roundId, asked, good, bad, "BY_HAND", by);
    }

    /**
     * Makes so many, from poems that the round does not ask about where there are enough of them.
     *
     * @return how many there were poems for
     * @throws RefusedException when there is no 5-7-5 poem at all, or the round has very many
     */
    @Transactional
    public int make(UUID roundId, int wanted, UUID by) {
        if (wanted < 1 || wanted > MOST_OF_A_ROUND) {
            throw refuse("Let Kukai make 1 to " + MOST_OF_A_ROUND + " attention pairs at a time, not " + wanted + ".");
        }
        lock(roundId, wanted);
        List<Object[]> poems = poems(roundId, wanted);
        if (poems.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "There is no 5-7-5 haiku left to make an attention pair of. Write one by hand, or start a generation run.");
        }
        for (int i = 0; i < poems.size(); i++) {
            Object[] poem = poems.get(i);
            String other = (String) poems.get((i + 1) % poems.size())[1];
            long seed = ((UUID) poem[2]).getLeastSignificantBits() ^ roundId.getLeastSignificantBits();
            insert(roundId, (String) poem[0], (String) poem[1], Scramble.of(other, seed), "BY_KUKAI", by);
        }
        return poems.size();
    }

    private List<Object[]> poems(UUID roundId, int wanted) {
        return database.unwrap(Session.class)
                .createNativeQuery("""
                        with used as (
                            select first_id as id from pair where round_id = :round and kind = 'ASKED'
                            union all select second_id from pair where round_id = :round and kind = 'ASKED')
                        select prompt, poem, id from (
                            select distinct on (q.id) q.text as prompt, h.text as poem, h.id,
                                   h.id in (select id from used) as shown, md5(:seed || cast(h.id as text)) as dice
                            from haiku h join prompt q on q.id = h.prompt_id
                            where h.strict575 and not h.chatter and q.split = 'TRAIN' and length(h.text) <= 500
                              and not exists (select from withdrawn_haiku w where w.haiku_id = h.id)
                              and not exists (select from attention t where t.round_id = :round and t.better = h.text)
                            order by q.id, shown, dice) one
                        order by shown, dice limit :wanted""", Object[].class)
                .setParameter("round", roundId)
                .setParameter("seed", roundId.toString())
                .setParameter("wanted", wanted)
                .getResultList();
    }

    /** Takes a pair out of use; what raters said of it stays. */
    @Transactional
    public void retire(UUID roundId, UUID pair, UUID by) {
        int done = database.createNativeQuery("""
                        update attention set retired_by = :by, retired_at = :now
                        where pair_id = :pair and round_id = :round and retired_at is null""")
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .setParameter("pair", pair)
                .setParameter("round", roundId)
                .executeUpdate();
        if (done == 0) {
            throw new RefusedException(
                    RefusedException.Kind.UNKNOWN, "This round has no attention pair " + pair + " in use.");
        }
    }

    /** All of a round, those in use first, the newest first. */
    @Transactional
    public List<Listed> of(UUID roundId) {
        return database.unwrap(Session.class)
                .createNativeQuery("""
                        select t.pair_id, t.prompt, t.better, t.worse, t.made = 'BY_HAND', count(v.choice),
                               count(*) filter (where v.choice in ('LEFT', 'RIGHT') and (v.choice = 'LEFT') = a.first_on_left),
                               t.retired_at
                        from attention t left join vote v on v.pair_id = t.pair_id and v.choice <> 'SKIP'
                             left join assignment a on a.id = v.assignment_id
                        where t.round_id = :round group by t.pair_id
                        order by t.retired_at is not null, t.pair_id desc""", Object[].class)
                .setParameter("round", roundId)
                .getResultStream()
                .map(row -> listed(row))
                .toList();
    }

    private static Listed listed(@Nullable Object[] row) {
        return new Listed(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (boolean) row[4],
                ((Number) Objects.requireNonNull(row[5])).longValue(),
                ((Number) Objects.requireNonNull(row[6])).longValue(),
                (Instant) row[7]);
    }

    /** One at a time, so that positions do not clash and the limit holds. */
    private void lock(UUID roundId, int more) {
        Round.get(roundId);
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:round, 150)) is null")
                .setParameter("round", roundId.toString())
                .getSingleResult();
        Number present = (Number) database.createNativeQuery("select count(*) from attention where round_id = :round")
                .setParameter("round", roundId)
                .getSingleResult();
        if (present.intValue() + more > MOST_OF_A_ROUND) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "A round has at most " + MOST_OF_A_ROUND + " attention pairs, retired ones included; this one has "
                            + present + ".");
        }
    }

    private UUID insert(UUID roundId, String prompt, String better, String worse, String made, UUID by) {
        return (UUID) database.createNativeQuery("""
                        with fresh as (
                            insert into pair (id, round_id, position, part, wanted, kind, settled_at)
                            select uuid7(), :round, coalesce(min(position), 0) - 1, 0, 0, 'ATTENTION', :now
                            from pair where round_id = :round and position < 0
                            returning id)
                        insert into attention (pair_id, round_id, prompt, better, worse, made, made_by, made_at)
                        select id, :round, :prompt, :better, :worse, :made, :by, :now from fresh returning pair_id""", UUID.class)
                .setParameter("round", roundId)
                .setParameter("now", clock.instant())
                .setParameter("prompt", prompt)
                .setParameter("better", better)
                .setParameter("worse", worse)
                .setParameter("made", made)
                .setParameter("by", by)
                .getSingleResult();
    }

    private static String text(String what, String given) {
        WrittenText.refuseUnstorable(what, given);
        String text = given.strip().replace("\r\n", "\n");
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw refuse(what + " has 1 to " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
