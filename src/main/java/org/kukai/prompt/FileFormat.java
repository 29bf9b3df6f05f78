package org.kukai.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** How a file of prompts is written. */
public enum FileFormat {
    /** One prompt a line. */
    TEXT("text", "txt text", "text/plain") {
        @Override
        RowReader open(Path file) throws IOException {
            return new TextRows(new Utf8Lines(file));
        }
    },
    /** Comma, semicolon or tab between columns (RFC 4180); the prompt's column is named in the first row, or is the only one. */
    CSV("csv", "csv tsv", "text/csv text/tab-separated-values") {
        @Override
        RowReader open(Path file) throws IOException {
            return new CsvRows(new Utf8Lines(file));
        }
    },
    /** One array of texts or objects, or an object that holds it under {@code prompts}. */
    JSON("json", "json", "application/json") {
        @Override
        RowReader open(Path file) throws IOException {
            return new JsonRows(file);
        }
    },
    /** One text or object a line. */
    JSON_LINES(
            "jsonl",
            "jsonl ndjson",
            "application/x-ndjson application/ndjson application/jsonl application/x-jsonlines") {
        @Override
        RowReader open(Path file) throws IOException {
            return new JsonLineRows(new Utf8Lines(file));
        }
    };

    private final String spelled;
    private final String extensions;
    private final String contentTypes;

    FileFormat(String spelled, String extensions, String contentTypes) {
        this.spelled = spelled;
        this.extensions = extensions;
        this.contentTypes = contentTypes;
    }

    /** As forms spell it. */
    public String spelled() {
        return spelled;
    }

    abstract RowReader open(Path file) throws IOException;

    /**
     * The format that a form states, or else the one that the file's name tells.
     *
     * @throws RefusedException when neither does
     */
    public static FileFormat stated(@Nullable String spelling, String fileName) {
        if (spelling != null && !spelling.isBlank()) {
            return find(format -> format.spelled.equals(spelling))
                    .orElseThrow(() -> new RefusedException(
                            RefusedException.Kind.INVALID,
                            "A format is text, csv, json or jsonl, not “" + spelling + "”."));
        }
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return find(format -> isOneOf(extension, format.extensions))
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "The name “" + fileName
                                + "” does not tell the format. Choose it in the form, or end the name in"
                                + " .txt, .csv, .json or .jsonl."));
    }

    /** The format of a content type such as {@code text/csv}, without parameters. */
    public static Optional<FileFormat> ofContentType(String type) {
        return find(format -> isOneOf(type.toLowerCase(Locale.ROOT), format.contentTypes));
    }

    private static Optional<FileFormat> find(Predicate<FileFormat> wanted) {
        return List.of(values()).stream().filter(wanted).findFirst();
    }

    private static boolean isOneOf(String word, String words) {
        return List.of(words.split(" ", -1)).contains(word);
    }
}
