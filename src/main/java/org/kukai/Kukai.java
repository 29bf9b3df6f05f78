package org.kukai;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;

import org.kukai.database.DataDirectory;
import org.kukai.database.DatabaseUnavailableException;
import org.kukai.database.EmbeddedDatabase;

/**
 * Starts Kukai: with the database that is configured, else with the embedded one.
 *
 * <p>This runs before Quarkus does, so it reads the few settings that it needs from the environment and the system
 * properties alone.
 */
@QuarkusMain
public final class Kukai {
    private static final int SHUTDOWN_SECONDS = 30;
    private static final int SHORTEST_SECRET = 32;
    /** The file in the data directory that keeps the secret where none is configured. */
    private static final String SECRET = "kukai.secret";

    private Kukai() {}

    public static void main(String[] arguments) {
        try {
            if (setting("quarkus.datasource.jdbc.url", "").isBlank()) {
                runWithEmbeddedDatabase(arguments);
            } else {
                ensureSecret(() -> DataDirectory.secretIn(home(), SECRET));
                System.exit(run(() -> {}, arguments));
            }
        } catch (DatabaseUnavailableException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private static void runWithEmbeddedDatabase(String... arguments) {
        EmbeddedDatabase database = configure(DataDirectory.claim(home()));
        CountDownLatch stopped = new CountDownLatch(1);
        // On a signal Quarkus stops in a shutdown hook of its own; the database must outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(stopped, database), "close-database"));
        System.exit(run(stopped::countDown, arguments));
    }

    /** Runs until Quarkus has stopped, and returns the exit code. */
    private static int run(Runnable afterwards, String... arguments) {
        AtomicInteger exitCode = new AtomicInteger();
        // Without a handler of ours Quarkus would end the JVM from inside run(), which then never comes back; with one
        // it
        // leaves it to us to say why it failed.
        Quarkus.run(
                null,
                (code, failure) -> {
                    exitCode.set(code);
                    if (failure != null) {
                        explain(failure);
                    }
                    afterwards.run();
                },
                arguments);
        afterwards.run();
        return exitCode.get();
    }

    private static void explain(Throwable failure) {
        Throwable cause = ExceptionUtil.getRootCause(failure);
        if (cause instanceof RefusedException) {
            System.err.println("Kukai cannot start. " + cause.getMessage());
        } else if (cause instanceof QuarkusBindException bind) {
            System.err.println("Kukai cannot start. Port " + bind.getPort()
                    + " is in use. Stop the program that uses it, or choose another with QUARKUS_HTTP_PORT.");
        } else {
            System.err.println("Kukai cannot start.");
            failure.printStackTrace();
        }
    }

    private static void refuse(String why) {
        System.err.println("Kukai cannot start. " + why);
        System.exit(1);
    }

    private static Path home() {
        // The shell's idea of home counts, as in the documents' "~"; the JVM's own is the account's, whatever HOME
        // says.
        String home = Optional.ofNullable(System.getenv("HOME"))
                .filter(folder -> !folder.isBlank())
                .orElse(System.getProperty("user.home"));
        return Path.of(setting("kukai.data-dir", home + "/.kukai"));
    }

    private static void ensureSecret(Supplier<String> kept) {
        String configured = setting("kukai.secret", "");
        if (configured.isBlank()) {
            System.setProperty("kukai.secret", kept.get());
        } else if (configured.length() < SHORTEST_SECRET) {
            refuse("KUKAI_SECRET has " + configured.length() + " characters; it needs " + SHORTEST_SECRET
                    + " or more. “openssl rand -hex 32” makes a good one.");
        }
    }

    /** Starts the database of a claimed data directory and points the application to it. */
    public static EmbeddedDatabase configure(DataDirectory directory) {
        ensureSecret(() -> directory.secret(SECRET));
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("kukai.embedded", "true");
        return database;
    }

    private static void closeAfter(CountDownLatch stopped, EmbeddedDatabase database) {
        try {
            stopped.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            database.close();
        }
    }

    private static String setting(String name, String otherwise) {
        String property = System.getProperty(name);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        return variable == null || variable.isBlank() ? otherwise : variable;
    }
}
