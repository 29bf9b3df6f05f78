package org.kukai.haiku;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The counter as a program of its own: only the JDK and the built classes, as a user starts it. */
class CountTest {

    private static final Path CLASSES = Path.of("target", "classes");

    private record Ended(int code, String out, String err) {}

    @Test
    void countsTheWordsOfItsArguments() throws Exception {
        Ended ended = run("", "murmuration", "flower", "old pond", "xkcd", "春");

        assertThat(ended.out()).isEqualTo("""
                        murmuration	4	4	lexicon	1.00
                        flower	2	1,2	lexicon	1.00
                        old pond	2	2	lexicon	1.00
                        xkcd	4	4	rule	0.99
                        春	-	-	unknown	0.00
                        """);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void answersEachLineOfItsInputWithOneLine() throws Exception {
        Ended ended = run("naïve café\r\n\nblessèd\n3 a.m.", new String[0]);

        assertThat(ended.out().lines().toList())
                .containsExactly(
                        "naïve café\t4\t4\tlexicon\t1.00",
                        "\t-\t-\tunknown\t0.00",
                        "blessèd\t2\t2\trule\t0.99",
                        "3 a.m.\t3\t3\trule\t0.99");
    }

    @Test
    void judgesPoems() throws Exception {
        Ended ended = run("""
                an old silent pond / a frog jumps into the pond / splash! silence again
                Sure! Here it is:\\nthe flower of fire\\nbright upon the evening road\\nburning through the night
                just a sentence.
                """, "--poems");

        assertThat(ended.out().lines().toList())
                .containsExactly(
                        "4\tstrict\t5 7 5\t-\tclean\tan old silent pond / a frog jumps into the pond / splash! silence again",
                        "4\tlenient\t5 7 5\t-\tchatter\tthe flower of fire / bright upon the evening road / burning through the night",
                        "0\tno\t4\tone-line\tclean\tjust a sentence.");
    }

    @Test
    void refusesAnOptionThatItDoesNotHave() throws Exception {
        Ended ended = run("", "--verbose");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("--verbose").contains("--help");
    }

    @Test
    void takesWhatFollowsTheEndOfOptionsAsText() throws Exception {
        assertThat(run("", "--", "--moon").out()).startsWith("--moon\t1\t1\tlexicon");
    }

    @Test
    void explainsItself() throws Exception {
        Ended ended = run("", "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("org.kukai.haiku.Count").contains("--poems");
    }

    @Test
    void answersWhileItsInputIsStillOpen() throws Exception {
        Process process = start();
        try (OutputStream in = process.getOutputStream()) {
            in.write("petrichor\n".getBytes(StandardCharsets.UTF_8));
            in.flush();
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("petrichor\t3\t3");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Ended run(String input, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CLASSES.toString(),
                Count.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }
}
