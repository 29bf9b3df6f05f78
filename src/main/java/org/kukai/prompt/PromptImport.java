package org.kukai.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes in a file of prompts: its bad rows are refused one by one, but a file that cannot be read leaves no trace. */
@ApplicationScoped
public class PromptImport {
    private static final int NAME_SHOWN = 200;

    private final PromptIntake intake;
    private final Clock clock;

    PromptImport(PromptIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Reads the file, once or twice, and stores what it holds.
     *
     * @param split empty takes what a JSON object says for itself, or else lets {@link Split} draw one per prompt
     * @param source where the file came from, in a word or two for people
     * @throws UnreadableFileException when it is empty, not UTF-8, or not what its format asks
     */
    public Intake take(Path file, FileFormat format, Optional<Split> split, String source) {
        try (RowReader rows = format.open(file)) {
            Optional<Split> wanted = split.or(() -> statedIn(file, format));
            if (!rows.hasNext()) {
                throw TextFaults.nothing();
            }
            return intake.add(rows, wanted, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes in an uploaded file and keeps a report of what became of it.
     *
     * @throws UnreadableFileException as {@link #take}; then there is no report
     */
    public ImportReport takeUpload(Path file, FileFormat format, Optional<Split> split, String fileName) {
        String name = fileName.substring(0, Math.min(fileName.length(), NAME_SHOWN));
        Intake result = take(file, format, split, "file " + name);
        return QuarkusTransaction.requiringNew().call(() -> ImportReport.keep(name, result, clock.instant()));
    }

    private static Optional<Split> statedIn(Path file, FileFormat format) {
        if (format != FileFormat.JSON) {
            return Optional.empty();
        }
        try {
            return JsonRows.statedSplit(file).flatMap(Split::spelled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
