package org.kukai.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Binds one array for each column of many rows, one parameter after the other. */
final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private int bound;

    Columns(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    <T> Columns ids(List<T> rows, Function<T, @Nullable UUID> column) throws SQLException {
        return add("uuid", rows, column);
    }

    <T> Columns numbers(List<T> rows, Function<T, @Nullable Integer> column) throws SQLException {
        return add("int4", rows, column);
    }

    <T> Columns times(List<T> rows, Function<T, @Nullable Instant> column) throws SQLException {
        return add("timestamptz", rows, column);
    }

    <T> Columns words(List<T> rows, Function<T, ?> column) throws SQLException {
        return add("text", rows, column);
    }

    <T> Columns flags(List<T> rows, Function<T, Boolean> column) throws SQLException {
        return add("bool", rows, column);
    }

    private <T> Columns add(String type, List<T> rows, Function<T, ?> column) throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        statement.setArray(++bound, connection.createArrayOf(type, values));
        return this;
    }
}
