package org.kukai.llm.gate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Reads how gates stand, for pages. */
final class GateStates {
    private static final Duration OF_LATE = Duration.ofMinutes(1);

    private static final String LOOK =
            "select g.id, g.most, g.adapts, g.in_force, g.rest_until, g.circuit, g.probe_at, g.why,"
                    + " g.why_at, clock_timestamp() as now, coalesce(sum(l.in_flight), 0) as in_flight,"
                    + " coalesce(sum(l.waiting), 0) as waiting, count(l.holder) as nodes"
                    + " from gate g left join gate_lease l on l.gate_id = g.id and l.expires_at > now()"
                    + " where g.id in (?, ?) group by g.id order by g.id desc";

    private static final GateState UNKNOWN = new GateState(null, false, 0, 0, 0, null, Circuit.CLOSED, null, null);

    private final GateStore.Line database;

    GateStates(GateStore.Line database) {
        this.database = database;
    }

    GateState of(UUID run, UUID model) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, GateIds.ofRun(run, model));
            statement.setString(2, GateIds.ofModel(model));
            GateState state = UNKNOWN;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    state = rows.getString("id").startsWith("run/") ? ofRun(rows) : withModel(state, rows);
                }
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read how the model " + model + " stands", e);
        }
    }

    boolean isComposer(UUID model) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("select kind from model where id = ?")) {
            statement.setObject(1, model);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getString("kind").equals("COMPOSER");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the model " + model, e);
        }
    }

    private static GateState ofRun(ResultSet row) throws SQLException {
        return new GateState(
                limit(row),
                false,
                row.getInt("in_flight"),
                row.getInt("waiting"),
                row.getInt("nodes"),
                null,
                Circuit.CLOSED,
                null,
                why(row, false));
    }

    private static GateState withModel(GateState run, ResultSet row) throws SQLException {
        Circuit circuit = Circuit.valueOf(row.getString("circuit"));
        Instant rest = GateRows.orNull(row, "rest_until");
        boolean rests = rest != null && rest.isAfter(GateRows.instant(row, "now"));
        String why = why(row, rests || circuit != Circuit.CLOSED);
        return new GateState(
                run.limit() == null ? limit(row) : run.limit(),
                run.limit() == null,
                run.inFlight(),
                run.waiting(),
                run.nodes(),
                rests ? rest : null,
                circuit,
                circuit == Circuit.CLOSED ? null : GateRows.orNull(row, "probe_at"),
                why);
    }

    private static @Nullable Integer limit(ResultSet row) throws SQLException {
        return row.getObject("most", Integer.class) == null ? null : Integer.valueOf((int) row.getDouble("in_force"));
    }

    private static @Nullable String why(ResultSet row, boolean lasting) throws SQLException {
        Instant at = GateRows.orNull(row, "why_at");
        boolean late = at != null && at.plus(OF_LATE).isAfter(GateRows.instant(row, "now"));
        return lasting || late ? row.getString("why") : null;
    }
}
