package org.kukai.llm.gate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Reads and writes the table {@code gate}. */
final class GateRows {
    private static final String COLUMNS = "most, adapts, in_force, baseline_millis, settled, answered, overloaded,"
            + " latency_millis, adjusted_at, next_request, next_token, rest_until, circuit, probe_at, probe_pause_millis,"
            + " prober, why, why_at, used_at";
    private static final String LOCK = "select " + COLUMNS + " from gate where id = ? for update";
    private static final String ADD = "insert into gate (" + COLUMNS
            + ", id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?," + " ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String CHANGE = "update gate set (" + COLUMNS
            + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?," + " ?, ?, ?) where id = ?";

    private GateRows() {}

    /** The row, locked until the transaction ends; made when it is missing. */
    static Row locked(Connection connection, String id, Terms terms) throws SQLException {
        Row found = find(connection, id, terms);
        if (found == null) {
            Instant now = now(connection);
            write(connection, ADD, id, Row.fresh(terms, now), terms, now);
            found = find(connection, id, terms);
        }
        if (found == null) {
            throw new SQLException("the gate " + id + " went away at once");
        }
        return found;
    }

    static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select clock_timestamp() as now");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return instant(row, "now");
        }
    }

    static void change(Connection connection, String id, Row row, Terms terms, Instant now) throws SQLException {
        write(connection, CHANGE, id, row, terms, now);
    }

    private static @Nullable Row find(Connection connection, String id, Terms terms) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? read(rows, terms) : null;
            }
        }
    }

    private static Row read(ResultSet row, Terms terms) throws SQLException {
        Observed seen = new Observed(row.getInt("answered"), row.getInt("overloaded"), row.getDouble("latency_millis"));
        Adaptation adaptation = new Adaptation(
                hasOtherTerms(row, terms) ? terms.beginning() : row.getDouble("in_force"),
                row.getDouble("baseline_millis"),
                row.getBoolean("settled"),
                seen,
                instant(row, "adjusted_at"));
        Breaker breaker = new Breaker(
                Circuit.valueOf(row.getString("circuit")),
                orNull(row, "probe_at"),
                Duration.ofMillis(row.getLong("probe_pause_millis")),
                row.getObject("prober", UUID.class));
        Schedule schedule = new Schedule(instant(row, "next_request"), instant(row, "next_token"));
        return new Row(
                adaptation, schedule, orNull(row, "rest_until"), breaker, row.getString("why"), orNull(row, "why_at"));
    }

    private static boolean hasOtherTerms(ResultSet row, Terms terms) throws SQLException {
        return !Objects.equals(row.getObject("most", Integer.class), terms.most())
                || row.getBoolean("adapts") != terms.byLatency();
    }

    private static void write(Connection connection, String order, String id, Row row, Terms terms, Instant now)
            throws SQLException {
        Adaptation adaptation = row.adaptation();
        Breaker breaker = row.breaker();
        @Nullable
        Object[] values = {
            terms.most(),
            terms.byLatency(),
            adaptation.limit(),
            adaptation.baselineMillis(),
            adaptation.settled(),
            adaptation.seen().answered(),
            adaptation.seen().overloaded(),
            adaptation.seen().latencyMillis(),
            at(adaptation.since()),
            at(row.schedule().nextRequest()),
            at(row.schedule().nextToken()),
            at(row.restUntil()),
            breaker.circuit().name(),
            at(breaker.probeAt()),
            breaker.pause().toMillis(),
            breaker.prober(),
            row.why(),
            at(row.whyAt()),
            at(now),
            id
        };
        try (PreparedStatement statement = connection.prepareStatement(order)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Instant found = orNull(row, column);
        if (found == null) {
            throw new SQLException("no value in " + column);
        }
        return found;
    }

    static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
