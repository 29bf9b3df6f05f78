package org.kukai.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.kukai.statistics.Bout;
import org.kukai.statistics.Interval;
import org.kukai.statistics.Prior;
import org.kukai.statistics.Strengths;

/**
 * Which models people prefer: Bradley-Terry strengths with Davidson's ties, of votes on two poems by different models. The
 * votes of one prompt are alike, so uncertainty is that of clusters of prompts.
 *
 * @param standings the strongest first
 * @param meetings two models that met, with what came of it
 * @param tie the odds of no preference between equals, to a preference for one of them
 * @param separated whether some models never lost to some others, so that the distance is the prior's
 * @param groups how many groups of models there are that never met each other, not even through others
 * @param clustered whether there were prompts enough for the uncertainty of clusters; else votes are taken as independent
 */
public record ModelRanking(
        List<Standing> standings,
        List<Meeting> meetings,
        double tie,
        boolean separated,
        int groups,
        boolean clustered) {
    private static final double LEVEL = 0.95;
    /** Fewer clusters than this tell too little of how they differ. */
    private static final int FEWEST_CLUSTERS = 10;

    /** Prompts are gathered in so many clusters, so that a round of any size is summed up in the database. */
    private static final int PARTS = 200;

    private static final String MEETINGS = """
            , written as (
                select distinct on (haiku_id) haiku_id, model from authorship
                where haiku_id in (select first_id from compared union select second_id from compared)
                order by haiku_id, model)
            select mod(abs(cast(hashtext(cast(c.prompt_id as text)) as bigint)), :parts) as part,
                   one.model, other.model, sum(c.first_weight), sum(c.tie_weight), sum(c.second_weight),
                   sum(c.firsts), sum(c.ties), sum(c.seconds)
            from compared c join written one on one.haiku_id = c.first_id join written other on other.haiku_id = c.second_id
            where one.model <> other.model
            group by 1, 2, 3 order by 1, 2, 3""";

    /**
     * One model.
     *
     * @param strength the natural logarithm of odds, against the mean of the models of its group
     * @param interval holds the strength with 95 %
     * @param group the number of its group, from 0
     */
    public record Standing(
            String model, double strength, Interval interval, long wins, long ties, long losses, int group) {
        /** How often it would be preferred to a model of mean strength, ties left out. */
        public double share() {
            return 1 / (1 + Math.exp(-strength));
        }
    }

    /** Votes on poems of two models; told from the first. */
    public record Meeting(String model, String other, long wins, long ties, long losses) {}

    static ModelRanking of(Scope scope) {
        List<Row> rows = scope.query(MEETINGS).setParameter("parts", PARTS).getResultList().stream()
                .map(Row::of)
                .toList();
        List<String> models = new ArrayList<>(new TreeSet<>(
                rows.stream().flatMap(row -> row.models().stream()).toList()));
        if (models.isEmpty()) {
            return new ModelRanking(List.of(), List.of(), 0, false, 0, false);
        }
        Map<Integer, List<Bout>> clusters = new LinkedHashMap<>();
        for (Row row : rows) {
            clusters.computeIfAbsent(row.part(), none -> new ArrayList<>()).add(row.bout(models));
        }
        Strengths strengths = Strengths.of(
                models.size(), clusters.values().stream().flatMap(List::stream).toList(), Prior.USUAL);
        boolean clustered = clusters.size() >= FEWEST_CLUSTERS;
        return new ModelRanking(
                standings(models, rows, clustered ? strengths.clustered(clusters.values()) : strengths),
                meetings(rows),
                strengths.tie(),
                strengths.graph().isSeparated(),
                strengths.graph().components(),
                clustered);
    }

    private static List<Standing> standings(List<String> models, List<Row> rows, Strengths strengths) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            String model = models.get(i);
            List<Row> own = rows.stream()
                    .filter(row -> row.models().contains(model))
                    .map(row -> row.from(model))
                    .toList();
            standings.add(new Standing(
                    model,
                    strengths.of(i),
                    strengths.interval(i, LEVEL),
                    own.stream().mapToLong(Row::wins).sum(),
                    own.stream().mapToLong(Row::ties).sum(),
                    own.stream().mapToLong(Row::losses).sum(),
                    strengths.graph().component(i)));
        }
        standings.sort(Comparator.comparingInt(Standing::group)
                .thenComparing(Comparator.comparingDouble(Standing::strength).reversed())
                .thenComparing(Standing::model));
        return List.copyOf(standings);
    }

    private static List<Meeting> meetings(List<Row> rows) {
        Map<List<String>, Meeting> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String model : row.models()) {
                Row own = row.from(model);
                sums.merge(
                        own.models(),
                        new Meeting(model, own.other(), own.wins(), own.ties(), own.losses()),
                        (a, b) -> new Meeting(a.model, a.other, a.wins + b.wins, a.ties + b.ties, a.losses + b.losses));
            }
        }
        return sums.values().stream()
                .sorted(Comparator.comparing(Meeting::model).thenComparing(Meeting::other))
                .toList();
    }

    /** Votes on two models' poems within one cluster, told from the first. */
    private record Row(int part, String model, String other, Bout weights, long wins, long ties, long losses) {
        static Row of(Object[] row) {
            return new Row(
                    Numbers.whole(row[0]),
                    (String) row[1],
                    (String) row[2],
                    new Bout(0, 1, Numbers.real(row[3]), Numbers.real(row[4]), Numbers.real(row[5])),
                    Numbers.whole(row[6]),
                    Numbers.whole(row[7]),
                    Numbers.whole(row[8]));
        }

        List<String> models() {
            return List.of(model, other);
        }

        Row from(String one) {
            return one.equals(model)
                    ? this
                    : new Row(
                            part,
                            /* model= */ other,
                            /* other= */ model,
                            weights.mirrored(),
                            /* wins= */ losses,
                            ties,
                            /* losses= */ wins);
        }

        Bout bout(List<String> models) {
            return new Bout(
                    models.indexOf(model), models.indexOf(other), weights.wins(), weights.ties(), weights.losses());
        }
    }
}
