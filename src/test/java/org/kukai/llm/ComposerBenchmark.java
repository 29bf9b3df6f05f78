package org.kukai.llm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;

/**
 * Measures the composer: the share of poems in form by temperature, how many differ, and how fast one core writes them. After
 * {@code ./mvnw test-compile}, start it from an editor, or with the class path of the tests; the figures stand in {@code
 * docs/models.md}.
 */
final class ComposerBenchmark {
    private static final int SAMPLES = 8;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private ComposerBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> topics = Files.readAllLines(Path.of("src/main/resources/starter/topics.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        System.out.println(
                "| temperature | correct | strictly correct | with chatter | different texts | haiku per second of CPU |");
        System.out.println("|---|---|---|---|---|---|");
        measure(topics, 0.2); // warms up; its row is printed again
        for (double temperature : new double[] {0, 0.2, 0.5, 0.7, 1, 1.5, 2}) {
            measure(topics, temperature);
        }
    }

    private static void measure(List<String> topics, double temperature) {
        Composer composer = new Composer(new Courtesy());
        Scorer scorer = new Scorer();
        Set<String> texts = new HashSet<>();
        int correct = 0;
        int strict = 0;
        int chatter = 0;
        long nanos = 0;
        for (String topic : topics) {
            long start = THREAD.getCurrentThreadCpuTime();
            Completion completion = composer.complete(
                    "", "Write a haiku about " + topic + ".", new Sampling(temperature, 128, SAMPLES, 1L, List.of()));
            nanos += THREAD.getCurrentThreadCpuTime() - start;
            for (Choice choice : completion.choices()) {
                Verdict verdict = scorer.verdict(choice.text());
                texts.add(choice.text());
                correct += verdict.form575() ? 1 : 0;
                strict += verdict.strict575() ? 1 : 0;
                chatter += verdict.chatter() ? 1 : 0;
            }
        }
        double n = topics.size() * (double) SAMPLES;
        System.out.printf(
                "| %s | %.1f %% | %.1f %% | %.1f %% | %.2f %% | %,.0f |%n",
                temperature,
                100 * correct / n,
                100 * strict / n,
                100 * chatter / n,
                100 * texts.size() / n,
                n / (nanos / 1e9));
    }
}
