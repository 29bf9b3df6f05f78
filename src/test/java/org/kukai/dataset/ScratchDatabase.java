package org.kukai.dataset;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A database beside the one that all tests share, with Kukai's schema and nothing in it, for tests that count everything. */
final class ScratchDatabase implements AutoCloseable {
    private static @Nullable String template;

    private final String server;
    private final String user;
    private final String password;
    private final String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");

    private ScratchDatabase() {
        Config config = ConfigProvider.getConfig();
        this.server = config.getValue("quarkus.datasource.jdbc.url", String.class);
        this.user = config.getValue("quarkus.datasource.username", String.class);
        this.password = config.getValue("quarkus.datasource.password", String.class);
    }

    static ScratchDatabase make() throws SQLException {
        ScratchDatabase database = new ScratchDatabase();
        database.onServer("create database " + database.name + " template " + template());
        return database;
    }

    /** The name of an empty database that the others are copies of. */
    private static synchronized String template() throws SQLException {
        if (template == null) {
            ScratchDatabase fresh = new ScratchDatabase();
            fresh.onServer("create database " + fresh.name);
            Flyway.configure()
                    .dataSource(fresh.url(), fresh.user, fresh.password)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            template = fresh.name;
        }
        return template;
    }

    /** A connection that commits by itself. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off"); // nobody will miss it
        }
        return connection;
    }

    private String url() {
        int from = server.lastIndexOf('/') + 1;
        int parameters = server.indexOf('?', from);
        return server.substring(0, from) + name + (parameters < 0 ? "" : server.substring(parameters));
    }

    private void onServer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        onServer("drop database " + name + " with (force)");
    }
}
