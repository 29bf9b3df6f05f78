package org.kukai.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.statistics.Bout;
import org.kukai.statistics.Interval;
import org.kukai.statistics.Priors;
import org.kukai.statistics.Strengths;

/**
 * The poems of one prompt in the order that people gave them. Poems of different prompts were never compared, so a strength is
 * told against the other poems of the prompt. How far poems of a prompt differ is taken to be alike for all prompts, and learned from the
 * votes.
 *
 * @param poems the strongest first
 */
public record PoemRanking(UUID prompt, String text, List<Poem> poems) {
    private static final double LEVEL = 0.95;

    /** How far poems of a prompt differ is learned from whole prompts, those with the most votes first, until they have so many pairs. */
    private static final int LEARNED_PAIRS = 400;

    private static final String ASKED = """
            , asked as (
                select prompt_id, row_number() over by_votes as place, sum(count(*)) over by_votes - count(*) as pairs_before
                from compared group by prompt_id
                window by_votes as (order by sum(votes) desc, prompt_id rows unbounded preceding))
            select c.prompt_id, q.text, c.first_id, c.second_id, c.first_weight, c.tie_weight, c.second_weight,
                   c.firsts, c.ties, c.seconds, f.text, f.score, s.text, s.score,
                   (select min(w.model) from authorship w where w.haiku_id = f.id),
                   (select min(w.model) from authorship w where w.haiku_id = s.id), a.place, a.pairs_before
            from asked a join compared c on c.prompt_id = a.prompt_id
                         join prompt q on q.id = c.prompt_id
                         join haiku f on f.id = c.first_id join haiku s on s.id = c.second_id
            where a.pairs_before < :learned or a.place > :skip and a.place <= :skip + :size
            order by a.place, c.first_id, c.second_id""";

    /**
     * One poem.
     *
     * @param score of its form, 0 to 4
     * @param model who wrote it; null when that is not known
     * @param strength the natural logarithm of odds, against the mean of those it was compared with, straight or through others
     * @param interval holds the strength with 95 %
     */
    public record Poem(
            UUID id,
            String text,
            int score,
            @Nullable String model,
            double strength,
            Interval interval,
            long wins,
            long ties,
            long losses) {
        private Poem with(double told, Interval within) {
            return new Poem(id, text, score, model, told, within, wins, ties, losses);
        }
    }

    /** The prompts with the most votes; the first page is 1. */
    static List<PoemRanking> of(Scope scope, int page, int size) {
        int skip = Math.multiplyExact(page - 1, size);
        Map<Integer, List<Object[]>> prompts = new TreeMap<>();
        scope.query(ASKED)
                .setParameter("size", size)
                .setParameter("skip", skip)
                .setParameter("learned", LEARNED_PAIRS)
                .getResultList()
                .forEach(row -> prompts.computeIfAbsent(Numbers.whole(row[16]), none -> new ArrayList<>())
                        .add(row));
        List<Compared> shown = new ArrayList<>();
        List<Priors.Group> learned = new ArrayList<>();
        prompts.forEach((place, rows) -> {
            Compared prompt = Compared.of(rows);
            if (Numbers.whole(rows.getFirst()[17]) < LEARNED_PAIRS) {
                learned.add(prompt.counted());
            }
            if (place > skip && place <= skip + size) {
                shown.add(prompt);
            }
        });
        Priors priors = Priors.learned(learned);
        return shown.stream().map(prompt -> prompt.ranked(priors)).toList();
    }

    /**
     * A prompt whose poems were compared: the poems, without strengths yet, and the votes on them by their places in that list, as they are and as
     * they weigh.
     */
    private record Compared(UUID prompt, String text, List<Poem> poems, Priors.Group counted, Priors.Group weighed) {
        static Compared of(List<Object[]> rows) {
            Map<UUID, Poem> poems = new LinkedHashMap<>();
            for (Object[] row : rows) {
                Poem first = poem(row[2], row[10], row[11], row[14], row[7], row[8], row[9]);
                Poem second = poem(row[3], row[12], row[13], row[15], row[9], row[8], row[7]);
                poems.merge(first.id(), first, PoemRanking::sum);
                poems.merge(second.id(), second, PoemRanking::sum);
            }
            List<UUID> order = List.copyOf(poems.keySet());
            Object[] any = rows.getFirst();
            return new Compared(
                    (UUID) any[0],
                    (String) any[1],
                    List.copyOf(poems.values()),
                    group(order, rows, 7),
                    group(order, rows, 4));
        }

        /** The votes from that column on: for the first poem, for neither, for the second. */
        private static Priors.Group group(List<UUID> order, List<Object[]> rows, int column) {
            List<Bout> bouts = rows.stream()
                    .map(row -> new Bout(
                            order.indexOf((UUID) row[2]),
                            order.indexOf((UUID) row[3]),
                            Numbers.real(row[column]),
                            Numbers.real(row[column + 1]),
                            Numbers.real(row[column + 2])))
                    .toList();
            return new Priors.Group(order.size(), bouts);
        }

        PoemRanking ranked(Priors priors) {
            Strengths strengths = Strengths.believed(weighed, priors);
            List<Poem> ranked = new ArrayList<>();
            for (int place = 0; place < poems.size(); place++) {
                ranked.add(poems.get(place).with(strengths.of(place), strengths.interval(place, LEVEL)));
            }
            ranked.sort(Comparator.comparingDouble(Poem::strength).reversed().thenComparing(Poem::id));
            return new PoemRanking(prompt, text, List.copyOf(ranked));
        }
    }

    private static Poem poem(
            Object id, Object text, Object score, @Nullable Object model, Object wins, Object ties, Object losses) {
        return new Poem(
                (UUID) id,
                (String) text,
                Numbers.whole(score),
                (String) model,
                0,
                new Interval(0, 0),
                Numbers.whole(wins),
                Numbers.whole(ties),
                Numbers.whole(losses));
    }

    private static Poem sum(Poem a, Poem b) {
        return new Poem(
                a.id,
                a.text,
                a.score,
                a.model,
                a.strength,
                a.interval,
                a.wins + b.wins,
                a.ties + b.ties,
                a.losses + b.losses);
    }
}
