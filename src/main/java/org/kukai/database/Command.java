package org.kukai.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end, with what it says in a file. */
final class Command {
    static final long SECONDS = 120;

    private static final int TAIL_LINES = 10;

    private Command() {}

    /**
     * Runs the words.
     *
     * @param log where it writes what the program says; the folder it runs in
     * @throws DatabaseUnavailableException with the last lines of the log when the exit code is not 0
     */
    static void run(List<String> words, Path log) throws IOException {
        int code = exitCode(words, log);
        if (code != 0) {
            throw new DatabaseUnavailableException("The embedded PostgreSQL failed ("
                    + Path.of(words.getFirst()).getFileName() + ", exit code " + code + "): " + tail(log));
        }
    }

    static int exitCode(List<String> words, Path log) throws IOException {
        List<String> whole = new ArrayList<>(words);
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            whole.addAll(0, List.of("unshare", "--user"));
        }
        Process process = new ProcessBuilder(whole)
                .directory(Objects.requireNonNull(log.getParent()).toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS + 10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseUnavailableException("The embedded PostgreSQL did not answer: " + whole);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for the embedded PostgreSQL", e);
        }
    }

    /** The last lines of a log, for a message; nothing when there is no log. */
    static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
