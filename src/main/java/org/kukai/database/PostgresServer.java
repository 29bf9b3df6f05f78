package org.kukai.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server process of one PostgreSQL data folder. Only the holder of the claim on the folder may use it. */
record PostgresServer(PostgresPrograms programs, Path data) {
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MILLIS = 500;

    /**
     * Starts the server on a free port and waits until it takes connections.
     *
     * @return the port
     */
    int start() throws IOException {
        return start(PostgresServer::freePort);
    }

    /** Starts the server again on the port that it had. */
    void startOn(int port) throws IOException {
        start(() -> port);
    }

    private int start(PortChoice choice) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = choice.port();
            // A log of its own for each attempt: what stands in it is about this start.
            Files.deleteIfExists(serverLog());
            if (Command.exitCode(startCommand(port), commandLog()) == 0) {
                return port;
            }
            String said = Command.tail(serverLog());
            if (attempt == ATTEMPTS || !mayPass(said)) {
                throw new DatabaseUnavailableException(
                        "The embedded PostgreSQL did not start: " + Command.tail(commandLog()) + "\n" + said);
            }
            pause();
        }
    }

    private interface PortChoice {
        int port() throws IOException;
    }

    /** Stops the server in good order; nothing happens when it does not run. */
    void stop() throws IOException {
        if (process().isPresent()) {
            Command.run(
                    List.of(
                            programs.pgCtl(),
                            "--pgdata=" + data,
                            "--mode=fast",
                            "--wait",
                            "--timeout=" + Command.SECONDS,
                            "stop"),
                    commandLog());
        }
    }

    /**
     * Stops a server that a killed Kukai left behind. After a restart of the machine the number in the server's file may
     * belong to a stranger: then the file goes, and the stranger is let alone.
     */
    void stopOrphan() throws IOException {
        if (process().isPresent()) {
            stop();
        } else if (pid().flatMap(ProcessHandle::of).isPresent()) {
            Files.delete(pidFile());
        }
    }

    /** The running server: the process that the server's file names, if it serves this very folder. */
    Optional<ProcessHandle> process() throws IOException {
        return pid().flatMap(ProcessHandle::of)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                        .isPresent());
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .map(Long::valueOf);
        }
    }

    private List<String> startCommand(int port) {
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
        return List.of(
                programs.pgCtl(),
                "--pgdata=" + data,
                "--log=" + serverLog(),
                "--options=" + settings,
                "--wait",
                "--timeout=" + Command.SECONDS,
                "start");
    }

    /** Another program was quicker to take the port, or the processes of a killed server are not quite gone. */
    private static boolean mayPass(String said) {
        return said.contains("Address already in use")
                || said.contains("could not create any TCP/IP sockets")
                || said.contains("pre-existing shared memory block");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while starting the embedded PostgreSQL", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Path serverLog() {
        return data.resolveSibling("postgresql.log");
    }

    private Path commandLog() {
        return data.resolveSibling("command.log");
    }
}
