package org.kukai.llm.gate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What holders of a gate agree on, in the database. Every renewal is one short transaction under the lock of the gate's row, and
 * goes by the database's clock alone, so that those of the nodes may differ.
 */
final class GateStore {
    private static final Logger LOG = Logger.getLogger(GateStore.class);

    private static final String LEASES =
            "select clock_timestamp() as now, pg_postmaster_start_time() as up_since, l.holder,"
                    + " l.slots, l.in_flight, l.waiting, l.wanted, l.expires_at"
                    + " from (select 1) one left join gate_lease l on l.gate_id = ?";
    private static final String RENEW =
            "insert into gate_lease (gate_id, holder, slots, in_flight, waiting, wanted, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict (gate_id, holder) do update set slots = excluded.slots,"
                    + " in_flight = excluded.in_flight, waiting = excluded.waiting, wanted = excluded.wanted,"
                    + " expires_at = excluded.expires_at";
    private static final String FORGET = "delete from gate_lease where gate_id = ? and (holder = ? or expires_at < ?)";
    private static final String TIDY = "delete from gate where used_at < now() - interval '7 days'";

    /** A way to the database. */
    @FunctionalInterface
    interface Line {
        Connection connect() throws SQLException;
    }

    private final Line database;
    private final Times times;
    private final LongSupplier nanos;

    GateStore(Line database, Times times, LongSupplier nanos) {
        this.database = database;
        this.times = times;
        this.nanos = nanos;
    }

    /**
     * @param now the database's time
     * @param nanos this machine's, not before that
     */
    record Renewed(Ruling ruling, Instant now, long nanos) {
        /** A time of the database by this machine's nanoseconds. */
        @Nullable
        Long here(@Nullable Instant time) {
            return time == null ? null : nanos + TimeUnit.NANOSECONDS.convert(Duration.between(now, time));
        }
    }

    private record Present(Instant now, long nanos, List<Lease> others, boolean anyExpired) {}

    /** Reports, and hears what is due. */
    Renewed renew(String id, Terms terms, Report report) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                Row row = GateRows.locked(connection, id, terms);
                Present present = present(connection, id, report.holder());
                Ruling ruling = Ruling.on(report, row, present.others, terms, times, present.now);
                GateRows.change(connection, id, ruling.row(), terms, present.now);
                if (present.anyExpired) {
                    forget(connection, id, report.holder(), present.now.minus(times.lease()));
                }
                keep(connection, id, ruling.lease());
                connection.commit();
                return new Renewed(ruling, present.now, present.nanos);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Gives everything back. */
    void leave(String id, UUID holder) throws SQLException {
        try (Connection connection = database.connect()) {
            forget(connection, id, holder, Instant.EPOCH);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(TIDY);
            }
        }
    }

    /** Nobody is alive who could hold anything. */
    void leaveAll() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from gate_lease");
        } catch (SQLException e) {
            LOG.warnf("What the last node held ends by itself: %s", e);
        }
    }

    private Present present(Connection connection, String id, UUID self) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEASES)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                long received = nanos.getAsLong();
                List<Lease> others = new ArrayList<>();
                Instant now = Instant.EPOCH;
                boolean anyExpired = false;
                while (rows.next()) {
                    now = GateRows.instant(rows, "now");
                    UUID holder = rows.getObject("holder", UUID.class);
                    if (holder != null && !holder.equals(self)) {
                        Lease lease = lease(rows, holder);
                        // A server that has just come up was away for all, so that nobody could renew.
                        boolean away = GateRows.instant(rows, "up_since")
                                .plus(times.lease())
                                .isAfter(now);
                        boolean alive = away || lease.expiresAt().isAfter(now);
                        anyExpired |= !alive;
                        if (alive) {
                            others.add(lease);
                        }
                    }
                }
                return new Present(now, received, others, anyExpired);
            }
        }
    }

    private static Lease lease(ResultSet row, UUID holder) throws SQLException {
        return new Lease(
                holder,
                row.getInt("slots"),
                row.getInt("in_flight"),
                row.getInt("waiting"),
                row.getInt("wanted"),
                GateRows.instant(row, "expires_at"));
    }

    private static void keep(Connection connection, String id, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setString(1, id);
            statement.setObject(2, lease.holder());
            statement.setInt(3, lease.slots());
            statement.setInt(4, lease.inFlight());
            statement.setInt(5, lease.waiting());
            statement.setInt(6, lease.wanted());
            statement.setObject(7, GateRows.at(lease.expiresAt()));
            statement.executeUpdate();
        }
    }

    private static void forget(Connection connection, String id, UUID holder, Instant expiredBefore)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, id);
            statement.setObject(2, holder);
            statement.setObject(3, GateRows.at(expiredBefore));
            statement.executeUpdate();
        }
    }
}
