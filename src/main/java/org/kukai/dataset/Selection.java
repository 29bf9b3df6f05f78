package org.kukai.dataset;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Goes through the candidate pairs on the terms given, in their fixed order. */
record Selection(Terms terms) {
    /** Takes one row after the other. */
    @FunctionalInterface
    interface Sink {
        void take(Part part, PreferenceRow row) throws IOException;
    }

    /**
     * Hands over every row and counts what was dropped.
     *
     * @param connection in a transaction whose snapshot the rows are taken from
     */
    Tally run(Connection connection, Sink sink) throws SQLException, IOException {
        Tally tally = new Tally(terms);
        Judgement judgement = new Judgement(terms);
        CandidatePairs.read(connection, terms.policy(), pair -> {
            switch (judgement.of(pair)) {
                case Outcome.Dropped drop -> tally.count(drop);
                case Outcome.Preferred preference -> {
                    PreferenceRow row = PreferenceRow.of(preference);
                    sink.take(tally.count(preference, row), row);
                }
            }
        });
        return tally;
    }
}
