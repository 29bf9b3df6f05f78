package org.kukai.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Reads the pairs that may become rows, through a cursor: however many there are, a few hundred are in memory. */
final class CandidatePairs {
    private static final int FETCHED_AT_ONCE = 500;
    private static final String SQL = resource("/dataset/candidate-pairs.sql");

    private CandidatePairs() {}

    /** Takes one pair after the other. */
    @FunctionalInterface
    interface Sink {
        void take(CandidatePair pair) throws IOException;
    }

    /**
     * Hands over every pair that the policy looks at, ordered by prompt and by the fingerprints of the poems.
     *
     * @param connection in a transaction: without one, PostgreSQL's driver has no cursors and reads everything at once
     */
    static void read(Connection connection, Policy policy, Sink sink) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setBoolean(1, policy.readsVotes());
            query.setBoolean(2, !policy.readsScores());
            query.setBoolean(3, policy.readsScores());
            query.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sink.take(pair(row));
                }
            }
        }
    }

    private static CandidatePair pair(ResultSet row) throws SQLException {
        return new CandidatePair(
                row.getObject("prompt_id", UUID.class),
                row.getString("prompt"),
                row.getBoolean("held_out"),
                poem(row, "low_"),
                poem(row, "high_"),
                row.getBoolean("voted"),
                new Votes(row.getInt("for_low"), row.getInt("for_high"), row.getInt("ties"), row.getInt("neithers")),
                new Votes(
                        row.getInt("low_weight"),
                        row.getInt("high_weight"),
                        row.getInt("tie_weight"),
                        row.getInt("neither_weight")),
                adjudged(row.getString("decided")),
                row.getBoolean("withdrawn"));
    }

    private static CandidatePair.@Nullable Adjudged adjudged(@Nullable String decided) {
        return decided == null ? null : CandidatePair.Adjudged.valueOf(decided);
    }

    private static @Nullable Poem poem(ResultSet row, String side) throws SQLException {
        UUID id = row.getObject(side + "id", UUID.class);
        if (id == null) {
            return null;
        }
        return new Poem(
                id,
                row.getString(side + "text"),
                row.getInt(side + "score"),
                row.getBoolean(side + "strict575"),
                row.getBoolean(side + "chatter"),
                row.getString(side + "fingerprint"),
                row.getString(side + "scorer"),
                row.getString(side + "model"),
                row.getString(side + "system"),
                row.getObject(side + "run_id", UUID.class));
    }

    private static String resource(String name) {
        try (InputStream in = CandidatePairs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
