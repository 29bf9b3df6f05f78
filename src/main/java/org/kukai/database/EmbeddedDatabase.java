package org.kukai.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    private static final Logger LOG = System.getLogger("org.kukai");

    private final DataDirectory directory;
    private final PostgresServer server;
    private final int port;
    private final String password;
    private boolean closed;

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
            EmbeddedDatabase database = new EmbeddedDatabase(directory, server, server.start(), password);
            database.watch();
            return database;
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

    /** Has the server started again, on the same port, when it ends without being told to. */
    private void watch() throws IOException {
        Optional<ProcessHandle> process = server.process();
        if (process.isPresent()) {
            var _ = process.get().onExit().thenRunAsync(this::revive);
        }
    }

    // The program's end closes this database in another thread, so it must not be asked for while holding the lock.
    private void revive() {
        if (!revived()) {
            System.exit(1);
        }
    }

    private synchronized boolean revived() {
        if (closed) {
            return true;
        }
        LOG.log(Level.ERROR, "The embedded PostgreSQL ended on its own; starting it again.");
        try {
            server.startOn(port);
            watch();
            LOG.log(Level.INFO, "The embedded PostgreSQL runs again.");
            return true;
        } catch (IOException | DatabaseUnavailableException e) {
            LOG.log(Level.ERROR, "The embedded PostgreSQL cannot be started again, so Kukai ends. " + e.getMessage());
            return false;
        }
    }

    /** Stops the server in good order: open transactions are rolled back, committed ones are on disk. */
    @Override
    public synchronized void close() {
        closed = true;
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
                        // Upper and lower case of every script, the same on every machine.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
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
