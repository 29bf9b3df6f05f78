package org.kukai.dataset;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

import org.kukai.statistics.RawAgreement;

/** Where the rows of a release come from: the runs that wrote the poems, the rounds that collected the votes. */
final class Provenance {
    private Provenance() {}

    static List<Manifest.Generation> generation(Connection connection, Set<UUID> runs) throws SQLException {
        String sql =
                "select distinct coalesce(m.model_name, r.model_name) collate \"C\" as model_name, temperature, max_tokens,"
                        + " system_template collate \"C\" as system_template, user_template collate \"C\" as user_template"
                        + " from run r left join run_model m on m.run_id = r.id where r.id = any (?) order by 1, 2, 3, 4, 5";
        List<Manifest.Generation> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("uuid", runs.toArray());
            query.setArray(1, ids);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Manifest.Generation(
                            row.getString("model_name"),
                            row.getDouble("temperature"),
                            row.getInt("max_tokens"),
                            row.getString("system_template"),
                            row.getString("user_template")));
                }
            }
        }
        return found;
    }

    /** Empty when nobody has voted on a prompt of the train split. */
    static Optional<Manifest.Annotation> annotation(Connection connection) throws SQLException {
        String sql = "select count(distinct v.round_id) as rounds,"
                + " count(distinct (v.prompt_id, v.low_print, v.high_print)) as pairs,"
                + " count(distinct v.rater_id) as raters, count(*) as votes,"
                + " count(*) filter (where v.choice = 'LEFT') as lefts,"
                + " count(*) filter (where v.choice = 'RIGHT') as rights,"
                + " count(*) filter (where v.choice = 'TIE') as ties,"
                + " count(*) filter (where v.choice = 'NEITHER') as neithers,"
                + " count(*) filter (where v.weight < 1) as lighter"
                + " from counted_vote v join prompt on prompt.id = v.prompt_id and prompt.split = 'TRAIN'";
        List<Manifest.Asked> asked = asked(connection);
        Optional<Double> agreement = agreement(connection);
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            if (row.getLong("votes") == 0) {
                return Optional.empty();
            }
            return Optional.of(new Manifest.Annotation(
                    row.getLong("rounds"),
                    row.getLong("pairs"),
                    row.getLong("raters"),
                    row.getLong("votes"),
                    row.getLong("lefts"),
                    row.getLong("rights"),
                    row.getLong("ties"),
                    row.getLong("neithers"),
                    row.getLong("lighter"),
                    agreement,
                    asked));
        }
    }

    private static Optional<Double> agreement(Connection connection) throws SQLException {
        String sql = "select lows, highs, ties, neithers, count(*) as items from ("
                + "select count(*) filter (where v.preferred = 'LOW') as lows,"
                + " count(*) filter (where v.preferred = 'HIGH') as highs,"
                + " count(*) filter (where v.preferred = 'TIE') as ties,"
                + " count(*) filter (where v.preferred = 'NEITHER') as neithers"
                + " from counted_vote v join prompt on prompt.id = v.prompt_id and prompt.split = 'TRAIN'"
                + " group by v.prompt_id, v.low_print, v.high_print) tallies group by 1, 2, 3, 4 order by 1, 2, 3, 4";
        List<RawAgreement.Tally> tallies = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                List<Long> votes = List.of(
                        row.getLong("lows"), row.getLong("highs"), row.getLong("ties"), row.getLong("neithers"));
                tallies.add(new RawAgreement.Tally(votes, row.getLong("items")));
            }
        }
        OptionalDouble agreement = RawAgreement.of(tallies);
        return agreement.isPresent() ? Optional.of(agreement.getAsDouble()) : Optional.empty();
    }

    private static List<Manifest.Asked> asked(Connection connection) throws SQLException {
        String sql = "select distinct r.question collate \"C\" as question, r.guidelines collate \"C\" as guidelines"
                + " from round r where exists (select from counted_vote v"
                + " join prompt on prompt.id = v.prompt_id and prompt.split = 'TRAIN' where v.round_id = r.id)"
                + " order by 1, 2";
        List<Manifest.Asked> asked = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                asked.add(new Manifest.Asked(row.getString("question"), row.getString("guidelines")));
            }
        }
        return asked;
    }
}
