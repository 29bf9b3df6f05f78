package org.kukai.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.kukai.RefusedException;

/** The texts of a small file in one of the formats that prompts come in: all of them, or none. */
public final class FileTexts {
    private FileTexts() {}

    /**
     * Reads them, in the order of the file.
     *
     * @throws RefusedException when the file or one of its rows cannot be read, or there are more than {@code most}
     */
    public static List<String> read(Path file, FileFormat format, int most) {
        List<String> texts = new ArrayList<>();
        try (RowReader rows = format.open(file)) {
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Row.Text row -> texts.add(row.text());
                    case Row.Broken row ->
                        throw new UnreadableFileException("Line " + row.line() + ": " + row.detail());
                }
                if (texts.size() > most) {
                    throw new UnreadableFileException("The file holds more than %,d texts.".formatted(most));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
