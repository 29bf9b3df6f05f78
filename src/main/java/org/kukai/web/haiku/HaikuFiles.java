package org.kukai.web.haiku;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.generation.HaikuFilter;
import org.kukai.generation.HaikuStore;
import org.kukai.web.SpreadsheetCell;

/** All haiku of a filter as a file, written while they are read, so that the largest needs no more memory than the smallest. */
@ApplicationScoped
class HaikuFiles {
    private static final String[] COLUMNS = {
        "id",
        "prompt_id",
        "prompt",
        "text",
        "score",
        "form575",
        "strict575",
        "chatter",
        "problem",
        "source",
        "model",
        "run_id",
        "import_id",
        "copies",
        "raw"
    };

    private final ObjectMapper json;

    HaikuFiles(ObjectMapper json) {
        this.json = json;
    }

    Response of(HaikuQuery query, @Nullable Integer score, @Nullable String format) {
        HaikuFilter filter = QuarkusTransaction.joiningExisting().call(() -> query.filter(score));
        String wanted = format == null ? "" : format;
        return switch (wanted) {
            case "csv" -> file("text/csv; charset=UTF-8", "haiku.csv", out -> writeCsv(filter, out));
            case "jsonl" -> file("application/x-ndjson", "haiku.jsonl", out -> writeJson(filter, out));
            default ->
                throw new RefusedException(
                        RefusedException.Kind.INVALID, "A file's format is csv or jsonl, not “" + wanted + "”.");
        };
    }

    private static Response file(String type, String name, StreamingOutput content) {
        return Response.ok(content)
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static void writeCsv(HaikuFilter filter, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(COLUMNS);
        HaikuStore.forEach(filter, candidate -> csv.writeRecord(cells(HaikuRow.of(candidate))));
        csv.flush();
    }

    private static String[] cells(HaikuRow row) {
        return new String[] {
            row.id().toString(),
            row.promptId().toString(),
            SpreadsheetCell.of(row.prompt()),
            SpreadsheetCell.of(row.text()),
            String.valueOf(row.score()),
            String.valueOf(row.form575()),
            String.valueOf(row.strict575()),
            String.valueOf(row.chatter()),
            SpreadsheetCell.of(row.problem()),
            row.source(),
            SpreadsheetCell.of(row.model()),
            SpreadsheetCell.of(row.runId()),
            SpreadsheetCell.of(row.importId()),
            String.valueOf(row.copies()),
            SpreadsheetCell.of(row.raw())
        };
    }

    private void writeJson(HaikuFilter filter, OutputStream out) throws IOException {
        HaikuStore.forEach(filter, candidate -> {
            try {
                out.write(json.writeValueAsBytes(HaikuRow.of(candidate)));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.flush();
    }
}
