package org.kukai.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

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

    private static final long COMMAND_SECONDS = 120;

    private final DataDirectory directory;
    private final PostgresPrograms programs;
    private final Path data;
    private final int port;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, PostgresPrograms programs, Path data, int port, String password) {
        this.directory = directory;
        this.programs = programs;
        this.data = data;
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
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(directory, programs, data);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(directory, programs, data, freePort(), password);
            database.stopOrphan();
            database.run();
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

    /** Stops the server in good order: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("Cannot stop the embedded PostgreSQL: " + e, e);
        } finally {
            directory.close();
        }
    }

    private static void initialise(DataDirectory directory, PostgresPrograms programs, Path data) throws IOException {
        Path fresh = data.resolveSibling("data.new");
        deleteTree(fresh);
        command(
                List.of(
                        programs.initdb(),
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + directory.root().resolve("postgresql.password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums"),
                data);
        Files.move(fresh, data);
    }

    private void run() throws IOException {
        String settings = String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c max_connections=100",
                "-c shared_buffers=128MB",
                "-c max_wal_size=2GB",
                "-c timezone=UTC",
                "-c lc_messages=C");
        command(
                List.of(
                        programs.pgCtl(),
                        "--pgdata=" + data,
                        "--log=" + data.resolveSibling("postgresql.log"),
                        "--options=" + settings,
                        "--wait",
                        "--timeout=" + COMMAND_SECONDS,
                        "start"),
                data);
    }

    private void stopOrphan() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid")) && isRunning()) {
            stop();
        }
    }

    private boolean isRunning() throws IOException {
        return exitCode(List.of(programs.pgCtl(), "--pgdata=" + data, "status"), data.resolveSibling("status.log"))
                == 0;
    }

    private void stop() throws IOException {
        if (isRunning()) {
            command(
                    List.of(
                            programs.pgCtl(),
                            "--pgdata=" + data,
                            "--mode=fast",
                            "--wait",
                            "--timeout=" + COMMAND_SECONDS,
                            "stop"),
                    data);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void command(List<String> words, Path data) throws IOException {
        Path log = data.resolveSibling("command.log");
        int code = exitCode(words, log);
        if (code != 0) {
            Path server = data.resolveSibling("postgresql.log");
            throw new DatabaseUnavailableException("The embedded PostgreSQL failed (" + words.getFirst() + " "
                    + words.getLast() + ", exit code " + code + "): " + tail(log) + tail(server));
        }
    }

    private static int exitCode(List<String> words, Path log) throws IOException {
        List<String> whole = new ArrayList<>(words);
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            whole.addAll(0, List.of("unshare", "--user"));
        }
        Process process = new ProcessBuilder(whole)
                .directory(Objects.requireNonNull(log.getParent()).toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(COMMAND_SECONDS + 10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseUnavailableException("The embedded PostgreSQL did not answer: " + whole);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for the embedded PostgreSQL", e);
        }
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
