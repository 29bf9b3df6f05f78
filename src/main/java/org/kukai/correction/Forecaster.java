package org.kukai.correction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;

import org.kukai.correction.Forecast.Example;
import org.kukai.dictionary.CurrentWords;
import org.kukai.haiku.Line;
import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;
import org.kukai.syllable.WordCount;

/**
 * Tells what another count of a word would do, before it is set. The index finds the texts; they are judged both ways as they come
 * off a cursor, at most {@link #MOST_JUDGED}: of more, a part that depends on their ids alone.
 */
@ApplicationScoped
public class Forecaster {
    /** As many texts are judged; {@code docs/benchmarks.md} says how long that takes. */
    public static final int MOST_JUDGED = 5_000;

    private static final int FETCHED_AT_ONCE = 500;
    private static final int EXAMPLES = 5;
    private static final String FOUND = " from haiku where spoken_words(text) @@ to_tsquery('pg_catalog.simple', ?)";

    private final AgroalDataSource database;
    private final CurrentWords words;

    Forecaster(AgroalDataSource database, CurrentWords words) {
        this.database = database;
        this.words = words;
    }

    /**
     * Compares the present counter with one that has these counts for the word.
     *
     * @param word as the dictionary spells it
     * @param counts the usual one first; none asks what taking the word back would do
     */
    @Transactional
    public Forecast of(String word, List<Integer> counts) {
        Comparison comparison =
                new Comparison(new Scorer(words.syllables()), new Scorer(words.supposing(word, counts)));
        String query = SpokenWords.query(word);
        try (Connection connection = database.getConnection()) {
            long found = found(connection, query);
            judge(connection, query, Math.ceilDiv(found, MOST_JUDGED), comparison);
            return comparison.forecast(found);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look for “" + word + "”", e);
        }
    }

    private static long found(Connection connection, String query) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*)" + FOUND)) {
            count.setString(1, query);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void judge(Connection connection, String query, long oneIn, Comparison comparison)
            throws SQLException {
        String drawn = oneIn > 1 ? " and (hashtext(id::text) & 2147483647) % " + oneIn + " = 0" : "";
        try (PreparedStatement select = connection.prepareStatement("select id, text" + FOUND + drawn)) {
            select.setString(1, query);
            select.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    comparison.take(row.getObject(1, UUID.class), row.getString(2));
                }
            }
        }
    }

    /** Judges texts by two scorers and counts what differs. */
    private static final class Comparison {
        private final Scorer now;
        private final Scorer then;
        private final List<Example> examples = new ArrayList<>();
        private int judged;
        private int concerned;
        private int up;
        private int down;
        private int become575;
        private int cease575;

        Comparison(Scorer now, Scorer then) {
            this.now = now;
            this.then = then;
        }

        void take(UUID id, String text) {
            Verdict before = now.verdict(text);
            Verdict after = then.verdict(text);
            judged++;
            concerned += counts(before).equals(counts(after)) ? 0 : 1;
            int difference = rank(after) - rank(before);
            up += difference > 0 ? 1 : 0;
            down += difference < 0 ? 1 : 0;
            become575 += after.form575() && !before.form575() ? 1 : 0;
            cease575 += before.form575() && !after.form575() ? 1 : 0;
            if (difference != 0 && examples.size() < EXAMPLES) {
                examples.add(new Example(id, text, before.score(), after.score()));
            }
        }

        private static List<List<Integer>> counts(Verdict verdict) {
            return verdict.lines().stream()
                    .map(Line::words)
                    .flatMap(List::stream)
                    .map(Comparison::usualFirst)
                    .toList();
        }

        private static List<Integer> usualFirst(WordCount word) {
            List<Integer> counts = new ArrayList<>(word.counts());
            counts.addFirst(word.usual());
            return counts;
        }

        private static int rank(Verdict verdict) {
            return 2 * verdict.score() + (verdict.strict575() ? 1 : 0);
        }

        Forecast forecast(long found) {
            return new Forecast(found, judged, concerned, up, down, become575, cease575, examples);
        }
    }
}
