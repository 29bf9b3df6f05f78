package org.kukai.web.ranking;

import java.io.StringWriter;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.ranking.ModelRanking;
import org.kukai.ranking.PoemRanking;
import org.kukai.ranking.Rankings;
import org.kukai.ranking.Scope;
import org.kukai.web.SpreadsheetCell;

/** Rankings as CSV files. */
@Path("/ranking")
@RolesAllowed(Role.ADMIN_NAME)
class RankingFilesPage {
    /** A file of poems holds those of so many prompts. */
    private static final int MOST_PROMPTS = 2000;

    private final Rankings rankings;

    RankingFilesPage(Rankings rankings) {
        this.rankings = rankings;
    }

    @GET
    @Path("models.csv")
    public Response models(@RestQuery @Nullable UUID round) {
        return file(
                "models.csv",
                List.of("model", "strength", "low", "high", "wins", "ties", "losses", "group"),
                rankings.models(new Scope(round)).standings().stream()
                        .map(RankingFilesPage::cells)
                        .toList());
    }

    private static List<Object> cells(ModelRanking.Standing one) {
        return List.of(
                one.model(),
                one.strength(),
                one.interval().low(),
                one.interval().high(),
                one.wins(),
                one.ties(),
                one.losses(),
                one.group());
    }

    @GET
    @Path("meetings.csv")
    public Response meetings(@RestQuery @Nullable UUID round) {
        return file(
                "meetings.csv",
                List.of("model", "other", "wins", "ties", "losses"),
                rankings.models(new Scope(round)).meetings().stream()
                        .map(one -> List.<Object>of(one.model(), one.other(), one.wins(), one.ties(), one.losses()))
                        .toList());
    }

    @GET
    @Path("poems.csv")
    public Response poems(@RestQuery @Nullable UUID round) {
        return file(
                "poems.csv",
                List.of(
                        "prompt_id",
                        "haiku_id",
                        "text",
                        "score",
                        "model",
                        "strength",
                        "low",
                        "high",
                        "wins",
                        "ties",
                        "losses"),
                rankings.poems(new Scope(round), 1, MOST_PROMPTS).stream()
                        .flatMap(prompt -> prompt.poems().stream().map(poem -> cells(prompt, poem)))
                        .toList());
    }

    private static List<Object> cells(PoemRanking prompt, PoemRanking.Poem poem) {
        return List.of(
                prompt.prompt(),
                poem.id(),
                poem.text(),
                poem.score(),
                poem.model() == null ? "" : poem.model(),
                poem.strength(),
                poem.interval().low(),
                poem.interval().high(),
                poem.wins(),
                poem.ties(),
                poem.losses());
    }

    private static Response file(String name, List<String> header, List<List<Object>> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(header);
        rows.forEach(row -> csv.writeRecord(row.stream()
                .map(value -> value instanceof Number ? value.toString() : SpreadsheetCell.of(value))
                .toList()));
        return Response.ok(text.toString())
                .header("Content-Type", "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
