package org.kukai.dictionary;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.kukai.RefusedException;

/**
 * A row of a list of words: {@code word,counts,reason,who,when}, on one line. The counts stand with bars between them, the usual
 * one first ({@code 2|1}); who and when are told, and not read.
 */
record WordRow(OwnWord word, String reason) {
    static final List<String> HEADER = List.of("word", "counts", "reason", "who", "when");

    private static final int MOST_CHARACTERS = 4_000;

    static boolean isHeader(String line) {
        return line.replace("\"", "").toLowerCase(Locale.ROOT).strip().startsWith("word,");
    }

    /**
     * Reads one line.
     *
     * @param reason where the row gives none
     * @throws RefusedException saying what is wrong with it
     */
    static WordRow of(String line, String reason) {
        List<String> fields = fields(line);
        if (fields.size() < 2 || fields.size() > HEADER.size()) {
            throw refused("A row has 2 to 5 columns, " + String.join(",", HEADER) + "; this one has " + fields.size()
                    + ". A text with a comma in it goes in quotes.");
        }
        String given = fields.size() < 3 || fields.get(2).isBlank() ? reason : fields.get(2);
        return new WordRow(OwnWord.of(fields.get(0), OwnWord.readCounts(fields.get(1))), Dictionary.reason(given));
    }

    private static List<String> fields(String line) {
        if (line.length() > MOST_CHARACTERS) {
            throw refused("The line has more than " + MOST_CHARACTERS + " characters.");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
            return reader.iterator().next().getFields();
        } catch (CsvParseException | IOException e) {
            throw refused("The quotes in this row do not match: inside quotes, a quote is written twice.");
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
