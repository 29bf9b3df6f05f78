package org.kukai;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

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

    private Kukai() {}

    public static void main(String[] arguments) {
        if (setting("quarkus.datasource.jdbc.url", "").isBlank()) {
            runWithEmbeddedDatabase(arguments);
        } else {
            Quarkus.run(arguments);
        }
    }

    private static void runWithEmbeddedDatabase(String... arguments) {
        EmbeddedDatabase database = startDatabase();
        CountDownLatch stopped = new CountDownLatch(1);
        // On a signal Quarkus stops in a shutdown hook of its own; the database must outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(stopped, database), "close-database"));
        AtomicInteger exitCode = new AtomicInteger();
        // Without a handler of ours Quarkus would end the JVM from inside run(), which then never comes back.
        Quarkus.run(
                null,
                (code, failure) -> {
                    exitCode.set(code);
                    stopped.countDown();
                },
                arguments);
        stopped.countDown();
        System.exit(exitCode.get());
    }

    private static EmbeddedDatabase startDatabase() {
        String home = setting("kukai.data-dir", System.getProperty("user.home") + "/.kukai");
        try {
            EmbeddedDatabase database = configure(DataDirectory.claim(Path.of(home)));
            return database;
        } catch (DatabaseUnavailableException e) {
            System.err.println("Kukai cannot start. " + e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /** Starts the database of a claimed data directory and points the application to it. */
    public static EmbeddedDatabase configure(DataDirectory directory) {
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("kukai.embedded", "true");
        if (setting("kukai.secret", "").isBlank()) {
            System.setProperty("kukai.secret", directory.secret("kukai.secret"));
        }
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
