package org.kukai.web.home;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

import org.kukai.annotation.DailyVotes;
import org.kukai.generation.ModelRecord;
import org.kukai.haiku.ScoreCounts;
import org.kukai.llm.ModelKind;
import org.kukai.web.chart.Bars;
import org.kukai.web.chart.Columns;
import org.kukai.web.security.CurrentVisitor;

/** Where everybody arrives: admins at the pipeline, raters at their rounds. */
@Path("/")
@Authenticated
class HomePage {
    private static final int DAYS = 30;
    private static final int MODELS = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance dashboard(Pipeline pipeline, Bars scores, Bars models, Columns votes);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;

    HomePage(CurrentVisitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Object home() {
        if (!visitor.isAdmin()) {
            return Response.seeOther(URI.create("/rounds")).build();
        }
        ScoreCounts scores = ScoreCounts.ofAll();
        return Templates.dashboard(
                PipelineFigures.now(scores),
                Bars.ofScores("Haiku by score: how many lines are on target, plus one", scores.counts()),
                models(),
                votes());
    }

    private static Bars models() {
        List<ModelRecord> best = ModelRecord.bestFirst().stream().limit(MODELS).toList();
        return Bars.ofShares(
                "Share of 5-7-5 by model",
                best.stream()
                        .map(model -> new Bars.Amount(
                                ModelKind.shown(model.model()),
                                model.correctShare(),
                                Math.round(100 * model.correctShare()) + " % of " + model.haiku(),
                                model.equals(best.getFirst())))
                        .toList());
    }

    private Columns votes() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Columns.of(
                "Votes per day, last " + DAYS + " days (UTC)",
                DailyVotes.upTo(today, DAYS).stream()
                        .map(day -> new Columns.Amount(DAY.format(day.day()), day.votes()))
                        .toList());
    }
}
