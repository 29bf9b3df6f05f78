package org.kukai.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.statistics.Bout;
import org.kukai.statistics.Interval;
import org.kukai.statistics.Prior;
import org.kukai.statistics.Strengths;

/**
 * The poems of one prompt in the order that people gave them. Poems of different prompts were never compared, so a strength is
 * told against the other poems of the prompt.
 *
 * @param poems the strongest first
 */
public record PoemRanking(UUID prompt, String text, List<Poem> poems) {
    private static final double LEVEL = 0.95;

    private static final String ASKED = """
            , asked as (
                select prompt_id, sum(votes) as asked_votes from compared group by prompt_id
                order by sum(votes) desc, prompt_id limit :size offset :skip)
            select c.prompt_id, q.text, c.first_id, c.second_id, c.first_weight, c.tie_weight, c.second_weight,
                   c.firsts, c.ties, c.seconds, f.text, f.score, s.text, s.score,
                   (select min(w.model) from authorship w where w.haiku_id = f.id),
                   (select min(w.model) from authorship w where w.haiku_id = s.id),
                   (select coalesce(sum(tie_weight) / nullif(sum(first_weight + tie_weight + second_weight), 0), 0)
                    from compared)
            from asked a join compared c on c.prompt_id = a.prompt_id
                         join prompt q on q.id = c.prompt_id
                         join haiku f on f.id = c.first_id join haiku s on s.id = c.second_id
            order by a.asked_votes desc, c.prompt_id, c.first_id, c.second_id""";

    /**
     * One poem.
     *
     * @param score of its form, 0 to 4
     * @param model who wrote it; null when that is not known
     * @param strength the natural logarithm of odds, against the mean of those it was compared with, straight or through others
     * @param interval holds the strength with 95 %, if strengths differ by a deviation of 2
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
            long losses) {}

    /** The prompts with the most votes; the first page is 1. */
    static List<PoemRanking> of(Scope scope, int page, int size) {
        List<Object[]> rows = scope.query(ASKED)
                .setParameter("size", size)
                .setParameter("skip", Math.multiplyExact(page - 1, size))
                .getResultList();
        Map<UUID, List<Object[]>> prompts = new LinkedHashMap<>();
        rows.forEach(row -> prompts.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                .add(row));
        return prompts.values().stream().map(PoemRanking::rank).toList();
    }

    private static PoemRanking rank(List<Object[]> rows) {
        Map<UUID, Poem> poems = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Poem first = poem(row[2], row[10], row[11], row[14], row[7], row[8], row[9]);
            Poem second = poem(row[3], row[12], row[13], row[15], row[9], row[8], row[7]);
            poems.merge(first.id(), first, PoemRanking::sum);
            poems.merge(second.id(), second, PoemRanking::sum);
        }
        List<UUID> order = List.copyOf(poems.keySet());
        List<Bout> bouts = rows.stream()
                .map(row -> new Bout(
                        order.indexOf((UUID) row[2]),
                        order.indexOf((UUID) row[3]),
                        Numbers.real(row[4]),
                        Numbers.real(row[5]),
                        Numbers.real(row[6])))
                .toList();
        double ties = Numbers.real(rows.getFirst()[16]);
        Strengths strengths = Strengths.of(order.size(), bouts, Prior.USUAL.withTieShare(ties))
                .averaged();
        List<Poem> ranked = new ArrayList<>();
        for (Poem poem : poems.values()) {
            int place = order.indexOf(poem.id());
            ranked.add(new Poem(
                    poem.id(),
                    poem.text(),
                    poem.score(),
                    poem.model(),
                    strengths.of(place),
                    strengths.interval(place, LEVEL),
                    poem.wins(),
                    poem.ties(),
                    poem.losses()));
        }
        ranked.sort(Comparator.comparingDouble(Poem::strength).reversed().thenComparing(Poem::id));
        Object[] any = rows.getFirst();
        return new PoemRanking((UUID) any[0], (String) any[1], List.copyOf(ranked));
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
