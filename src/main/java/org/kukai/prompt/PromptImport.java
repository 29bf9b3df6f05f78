package org.kukai.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes in a file of prompts: its bad rows are refused one by one, but a file that cannot be read leaves no trace. */
@ApplicationScoped
public class PromptImport {
    private final PromptIntake intake;

    PromptImport(PromptIntake intake) {
        this.intake = intake;
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
