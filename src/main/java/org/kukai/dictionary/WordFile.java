package org.kukai.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.RefusedException;
import org.kukai.dictionary.Dictionary.Effect;

/** The installation's own words as a CSV file, out and in. */
@ApplicationScoped
public class WordFile {
    static final String UNEXPLAINED = "From an imported list";

    private static final int REJECTIONS_KEPT = 1_000;
    private static final int TIMEOUT_SECONDS = 600;

    private final Dictionary dictionary;

    WordFile(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * What became of a file.
     *
     * @param rejected how many rows were refused in all
     * @param rejections the first of them
     */
    public record Outcome(int added, int changed, int unchanged, int rejected, List<Rejection> rejections) {}

    /** A refused row; lines count from 1. */
    public record Rejection(int line, String detail) {}

    /** All own words, in the order of the alphabet. */
    @Transactional
    public String written() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(WordRow.HEADER);
            for (WordDecision own : WordDecision.alphabetically()) {
                csv.writeRecord(
                        own.word,
                        OwnWord.written(Objects.requireNonNull(own.counts)),
                        own.reason,
                        own.decidedBy.name,
                        own.decidedAt.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Sets every word of a file whose row is sound. Reading the same file again changes nothing.
     *
     * @throws RefusedException when the file is not UTF-8 text, or there would be too many words
     */
    public Outcome read(Path file, UUID by) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            Reading reading = new Reading();
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reading.take(line);
                }
            } catch (CharacterCodingException e) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "The file is not UTF-8 text. Save it as CSV in UTF-8 and send it again. Nothing was added.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return reading.store(by);
        });
    }

    private final class Reading {
        private final Map<String, WordRow> rows = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new LinkedHashMap<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private int line;
        private int repeated;
        private int rejected;

        void take(String read) {
            line++;
            String text = line == 1 && read.startsWith("\ufeff") ? read.substring(1) : read;
            if (text.isBlank() || (line == 1 && WordRow.isHeader(text))) {
                return;
            }
            try {
                keep(WordRow.of(text, UNEXPLAINED));
            } catch (RefusedException refusal) {
                reject(refusal.getMessage());
            }
        }

        private void keep(WordRow row) {
            String word = row.word().word();
            WordRow before = rows.putIfAbsent(word, row);
            if (before == null) {
                lines.put(word, line);
            } else if (before.word().equals(row.word())) {
                repeated++;
            } else {
                reject("Line " + lines.get(word) + " gives “" + word + "” other counts, and counts.");
            }
        }

        private void reject(String detail) {
            rejected++;
            if (rejections.size() < REJECTIONS_KEPT) {
                rejections.add(new Rejection(line, detail));
            }
        }

        Outcome store(UUID by) {
            long revision = dictionary.lock() + 1;
            Map<Effect, Integer> effects = new LinkedHashMap<>();
            for (WordRow row : rows.values()) {
                Optional<WordDecision> before = WordDecision.latest(row.word().word());
                Effect effect = effect(before, row);
                effects.merge(effect, 1, Integer::sum);
                if (effect != Effect.UNCHANGED) {
                    dictionary.write(before, row.word().word(), row.word().counts(), row.reason(), by, revision);
                }
            }
            int added = effects.getOrDefault(Effect.ADDED, 0);
            int changed = effects.getOrDefault(Effect.CHANGED, 0);
            if (added + changed > 0) {
                Dictionary.refuseIfFull(0);
                dictionary.rise(revision);
            }
            int unchanged = effects.getOrDefault(Effect.UNCHANGED, 0) + repeated;
            return new Outcome(added, changed, unchanged, rejected, rejections);
        }

        // A row without a reason of its own does not take away the one that was given before.
        private static Effect effect(Optional<WordDecision> before, WordRow row) {
            boolean unexplained = row.reason().equals(UNEXPLAINED);
            String reason =
                    unexplained ? before.map(decision -> decision.reason).orElse(UNEXPLAINED) : row.reason();
            return Dictionary.effect(before, row.word(), reason);
        }
    }
}
