package org.kukai.web.quality;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.annotation.Round;
import org.kukai.annotation.review.VoteRow;
import org.kukai.annotation.review.VoteRows;
import org.kukai.web.SpreadsheetCell;

/** All votes of a round as a file, written while they are read. */
@ApplicationScoped
class VoteFiles {
    private static final String[] COLUMNS = {
        "assignment",
        "pair",
        "kind",
        "rater",
        "prompt",
        "first",
        "second",
        "first_on_left",
        "choice",
        "preferred",
        "expected",
        "strength",
        "reasons",
        "comment",
        "millis",
        "cast_at",
        "changed_at",
        "weight"
    };

    private final ObjectMapper json;

    VoteFiles(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The file.
     *
     * @param names whether raters are named; else they are numbered
     */
    Response of(UUID round, @Nullable String format, boolean names) {
        QuarkusTransaction.joiningExisting().run(() -> Round.get(round));
        return switch (Fields.text(format)) {
            case "csv" -> file("text/csv; charset=UTF-8", "votes.csv", out -> writeCsv(round, names, out));
            case "jsonl" -> file("application/x-ndjson", "votes.jsonl", out -> writeJson(round, names, out));
            default ->
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "A file's format is csv or jsonl, not “" + Fields.text(format) + "”.");
        };
    }

    private static Response file(String type, String name, StreamingOutput content) {
        return Response.ok(content)
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static void writeCsv(UUID round, boolean names, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(COLUMNS);
        VoteRows.forEach(round, names, vote -> csv.writeRecord(cells(vote)));
        csv.flush();
    }

    private static String[] cells(VoteRow vote) {
        return new String[] {
            vote.assignment().toString(),
            vote.pair().toString(),
            vote.kind(),
            SpreadsheetCell.of(vote.rater()),
            SpreadsheetCell.of(vote.prompt()),
            SpreadsheetCell.of(vote.first()),
            SpreadsheetCell.of(vote.second()),
            String.valueOf(vote.firstOnLeft()),
            vote.choice(),
            SpreadsheetCell.of(vote.preferred()),
            SpreadsheetCell.of(vote.expected()),
            SpreadsheetCell.of(vote.strength()),
            SpreadsheetCell.of(String.join("|", vote.reasons())),
            SpreadsheetCell.of(vote.comment()),
            String.valueOf(vote.millis()),
            vote.castAt().toString(),
            SpreadsheetCell.of(vote.changedAt()),
            vote.weight().toPlainString()
        };
    }

    private void writeJson(UUID round, boolean names, OutputStream out) throws IOException {
        VoteRows.forEach(round, names, vote -> {
            try {
                out.write(json.writeValueAsBytes(vote));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.flush();
    }
}
