package org.kukai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A real, durable PostgreSQL server for one Kukai: data and programs below the data directory, listening on the
 * loopback address only, signing in by a generated password (SCRAM-SHA-256), with {@code fsync} and
 * {@code synchronous_commit} on.
 *
 * <p>If Kukai was killed, its server may still be running. Because the data directory is claimed first, such a server
 * can only be an orphan: it is stopped in good order, and a new one is started on the same data.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The account that owns the database, and the database's name. */
    public static final String USER = "kukai";

    private final DataDirectory directory;
    private final PostgresServer server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, PostgresServer server, int port, String password) {
        this.directory = directory;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of a claimed data directory, making its database at the first start.
     *
     * @throws DatabaseUnavailableException when PostgreSQL cannot be started; the message holds what it said
     */
    public static EmbeddedDatabase start(DataDirectory directory) {
        try {
            Path home = directory.root().resolve("postgresql");
            Files.createDirectories(home);
            PostgresPrograms programs = PostgresPrograms.below(home);
            String password = directory.secret("postgresql.password");
            Path data = home.resolve("data");
            if (Files.exists(data.resolve("PG_VERSION"))) {
                requireSameVersion(programs, data);
            } else {
                initialise(directory, programs, data);
            }
            PostgresServer server = new PostgresServer(programs, data);
            server.stopOrphan();
            return new EmbeddedDatabase(directory, server, server.start(), password);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("Cannot start the embedded PostgreSQL: " + e, e);
        }
    }

    /** Where the server listens; valid until {@link #close}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String password() {
        return password;
    }

    /** Stops the server in good order: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("Cannot stop the embedded PostgreSQL: " + e, e);
        } finally {
            directory.close();
        }
    }

    private static void initialise(DataDirectory directory, PostgresPrograms programs, Path data) throws IOException {
        Path fresh = data.resolveSibling("data.new");
        deleteTree(fresh);
        Command.run(
                List.of(
                        programs.initdb(),
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + directory.root().resolve("postgresql.password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums"),
                fresh.resolveSibling("initdb.log"));
        Files.move(fresh, data);
    }

    private static void requireSameVersion(PostgresPrograms programs, Path data) throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        String ours = programs.majorVersion();
        if (!made.equals(ours)) {
            throw new DatabaseUnavailableException("The data in " + data + " was made by PostgreSQL " + made
                    + ", and this Kukai comes with PostgreSQL " + ours
                    + ". Start the Kukai that made it and move the data with pg_dump, or choose another folder with"
                    + " KUKAI_DATA_DIR.");
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
