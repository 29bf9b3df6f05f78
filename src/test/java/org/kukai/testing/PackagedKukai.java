package org.kukai.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Kukai as people get it: the packaged program as a process of its own, with its own data directory, on a port of its own.
 * For tests named {@code *IT}, which run after the program was packaged. It can be killed and started again on the same
 * data and the same port; closing it leaves no process behind, the database's included.
 */
public final class PackagedKukai implements AutoCloseable {
    /** The admin's password where a test lets the settings make the first admin. */
    public static final String ADMIN_PASSWORD = "correct horse battery";

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern READY = Pattern.compile("Kukai is ready\\..*?(http://localhost:\\d+)(/\\S*)?");
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 60;

    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx512m"));
    private final List<String> log = new ArrayList<>();
    private CompletableFuture<Matcher> ready = new CompletableFuture<>();
    private @Nullable Process process;
    private @Nullable URI address;
    private @Nullable String setUpPath;

    private PackagedKukai(Path data) {
        this.data = data.toAbsolutePath();
        environment.put("KUKAI_DATA_DIR", this.data.toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
    }

    /** A program that keeps its data in the folder; {@link #start} starts it. */
    public static PackagedKukai on(Path data) {
        return new PackagedKukai(data);
    }

    /** The same, with an admin {@code admin} made at the first start. */
    public static PackagedKukai withAdminOn(Path data) {
        return on(data).with("KUKAI_ADMIN_PASSWORD", ADMIN_PASSWORD);
    }

    /** Gives the program an environment variable at its next start. */
    public PackagedKukai with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Gives the JVM an option at its next start; the heap is 512 MB unless one says otherwise. */
    public PackagedKukai withJvm(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** Starts the program and waits until it prints its address. */
    public PackagedKukai start() {
        Process started = launch();
        try {
            Matcher line = ready.get(START_SECONDS, TimeUnit.SECONDS);
            address = URI.create(line.group(1));
            setUpPath = line.group(2);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            started.destroyForcibly();
            throw new AssertionError("Kukai did not become ready:\n" + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while Kukai started", e);
        }
    }

    /** Starts the program where it must refuse to, and returns its exit code; {@link #log} tells what it said. */
    public int startInVain() {
        return exitCode(launch(), START_SECONDS);
    }

    /** The address it printed, such as {@code http://localhost:40123}. */
    public URI address() {
        if (address == null) {
            throw new IllegalStateException("Kukai was not started");
        }
        return address;
    }

    public URI at(String path) {
        return address().resolve(path);
    }

    /** The path of the set-up page with its key, if it printed one. */
    public Optional<String> setUpPath() {
        return Optional.ofNullable(setUpPath);
    }

    public Path data() {
        return data;
    }

    /** Everything it printed since its last start. */
    public String log() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Kills the program as a power cut would; its database server is left behind. */
    public void kill9() {
        Process running = running();
        running.destroyForcibly();
        exitCode(running, STOP_SECONDS);
    }

    /** Asks it to stop in good order (SIGTERM) and returns its exit code. */
    public int stop() {
        Process running = running();
        running.destroy();
        return exitCode(running, STOP_SECONDS);
    }

    /** The process id of the embedded server that the data directory names, while that process is alive. */
    public Optional<ProcessHandle> databaseServer() {
        Path file = data.resolve("postgresql").resolve("data").resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program and its database server have used so far; on a machine that is shared it tells more than a clock. */
    public Duration processorTime() {
        Stream<ProcessHandle> server = databaseServer().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        return Stream.concat(Stream.of(running().toHandle()), server)
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        databaseServer().ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        });
    }

    private Process launch() {
        if (isAlive()) {
            throw new IllegalStateException("Kukai runs already");
        }
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvmOptions);
        words.addAll(List.of("-jar", PROGRAM.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KUKAI_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            CompletableFuture<Matcher> next = new CompletableFuture<>();
            ready = next;
            synchronized (log) {
                log.clear();
            }
            Thread.ofVirtual().start(() -> listen(started, next));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + words, e);
        }
    }

    private void listen(Process started, CompletableFuture<Matcher> found) {
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                }
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher);
                }
            }
            found.completeExceptionally(new IOException("the program ended"));
        } catch (IOException e) {
            found.completeExceptionally(e);
        }
    }

    private Process running() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("Kukai does not run");
        }
        return process;
    }

    private int exitCode(Process ending, long seconds) {
        try {
            if (!ending.waitFor(seconds, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("Kukai did not end within " + seconds + " s:\n" + log());
            }
            return ending.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while Kukai ended", e);
        }
    }
}
