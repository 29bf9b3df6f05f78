package org.kukai.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads the database as it is at one moment, however long that takes and whatever others write meanwhile. */
@ApplicationScoped
class FrozenView {
    private final AgroalDataSource database;

    FrozenView(AgroalDataSource database) {
        this.database = database;
    }

    /** Reads by a connection that sees one state throughout. */
    @FunctionalInterface
    interface Reading<T> {
        T by(Connection connection) throws SQLException, IOException;
    }

    <T> T read(Duration atMost, Reading<T> reading) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(atMost.toSeconds()))
                .call(() -> readNow(reading));
    }

    private <T> T readNow(Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            try (Statement first = connection.createStatement()) {
                first.execute("set transaction isolation level repeatable read, read only");
            }
            return reading.by(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read for a release: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
