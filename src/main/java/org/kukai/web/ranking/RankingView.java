package org.kukai.web.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kukai.ranking.FormPreference;
import org.kukai.ranking.ModelRanking;
import org.kukai.ranking.PoemRanking;
import org.kukai.ranking.Rankings;
import org.kukai.ranking.Scope;
import org.kukai.statistics.RankCorrelation;
import org.kukai.web.chart.Bars;
import org.kukai.web.chart.Intervals;

/** All that a page of rankings shows, of one round or of all. */
record RankingView(
        @Nullable UUID round,
        ModelRanking models,
        Intervals strengths,
        Matrix matrix,
        List<PoemRanking> prompts,
        FormPreference form,
        Bars gaps,
        Instant at) {
    private static final int PROMPTS = 5;
    private static final int UPSETS = 3;

    /** Who met whom: a row and a column for each model. */
    record Matrix(List<String> models, List<Line> lines) {
        /** One model against each; empty where they did not meet. */
        record Line(String model, List<String> cells) {}

        static Matrix of(ModelRanking ranking) {
            List<String> models = ranking.standings().stream()
                    .map(ModelRanking.Standing::model)
                    .toList();
            Map<List<String>, ModelRanking.Meeting> met = ranking.meetings().stream()
                    .collect(Collectors.toMap(m -> List.of(m.model(), m.other()), Function.identity()));
            List<Line> lines = new ArrayList<>();
            for (String one : models) {
                lines.add(new Line(
                        one,
                        models.stream()
                                .map(other -> cell(met.get(List.of(one, other))))
                                .toList()));
            }
            return new Matrix(models, lines);
        }

        private static String cell(ModelRanking.@Nullable Meeting meeting) {
            return meeting == null ? "" : meeting.wins() + " : " + meeting.ties() + " : " + meeting.losses();
        }
    }

    /** What is known by now; null while the votes are counted for the first time. */
    static @Nullable RankingView of(@Nullable UUID round, Rankings rankings) {
        return rankings.said(new Scope(round), PROMPTS)
                .map(told -> of(round, told.figures(), told.at()))
                .orElse(null);
    }

    private static RankingView of(@Nullable UUID round, Rankings.Said said, Instant at) {
        ModelRanking models = said.models();
        FormPreference form = said.form();
        return new RankingView(
                round,
                models,
                Intervals.of(
                        "Strength of each model, with 95 % intervals",
                        models.standings().stream()
                                .map(s -> new Intervals.Amount(
                                        s.model(),
                                        s.strength(),
                                        s.interval().low(),
                                        s.interval().high(),
                                        Shown.number(s.strength())))
                                .toList()),
                Matrix.of(models),
                said.poems(),
                form,
                Bars.ofShares(
                        "Pairs where people prefer the better form, of those with a lead, by how far the scores differ",
                        form.gaps().stream()
                                .map(gap -> new Bars.Amount(
                                        "by " + gap.gap(), gap.share(), Shown.percent(gap.share()), false))
                                .toList()),
                at);
    }

    public boolean isEmpty() {
        return prompts.isEmpty();
    }

    /** To end an address with. */
    public String query() {
        return round == null ? "" : "?round=" + round;
    }

    public String number(double value) {
        return Shown.number(value);
    }

    public String interval(ModelRanking.Standing standing) {
        return Shown.interval(standing.interval());
    }

    public String interval(PoemRanking.Poem poem) {
        return Shown.interval(poem.interval());
    }

    public String share(ModelRanking.Standing standing) {
        return Shown.percent(standing.share());
    }

    public String share(FormPreference.Gap gap) {
        return Shown.percent(gap.share());
    }

    public String shareInterval(FormPreference.Gap gap) {
        return Shown.percents(gap.interval());
    }

    public String chance(double p) {
        return Shown.chance(p);
    }

    public List<FormPreference.Upset> firstUpsets() {
        return form.upsets().stream().limit(UPSETS).toList();
    }

    public List<FormPreference.Upset> moreUpsets() {
        return form.upsets().stream().skip(UPSETS).toList();
    }

    public @Nullable RankCorrelation correlation() {
        return form.correlation().orElse(null);
    }

    public String spearman() {
        return Shown.number(Objects.requireNonNull(correlation()).spearman());
    }

    public String kendall() {
        return Shown.number(Objects.requireNonNull(correlation()).kendall());
    }
}
