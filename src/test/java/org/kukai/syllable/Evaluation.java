package org.kukai.syllable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kukai.syllable.HeldOut.Guess;
import org.kukai.syllable.HeldOut.Split;

/**
 * The figures of docs/syllable-model.md: five-fold cross-validation by both splits, calibration, what it costs to accept a second
 * reading, and what the rules on spelling give. The argument is where to draw the reliability diagram.
 */
final class Evaluation {

    private static final double[] THRESHOLDS = {0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

    private Evaluation() {}

    public static void main(String[] arguments) throws IOException {
        HeldOut heldOut = new HeldOut();
        Map<Split, List<Guess>> guesses = new EnumMap<>(Split.class);
        Map<Split, Reliability> reliabilities = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            guesses.put(split, heldOut.guesses(split));
            reliabilities.put(split, new Reliability(guesses.get(split)));
        }

        System.out.println("| split | all | ordinary words | names and rest |\n|---|---|---|---|");
        guesses.forEach((split, all) -> System.out.printf(
                "| %s | %s | %s | %s |%n",
                split.name().toLowerCase(Locale.ROOT),
                Tally.of(all, Guess::right),
                Tally.of(all.stream().filter(Guess::ordinary).toList(), Guess::right),
                Tally.of(all.stream().filter(guess -> !guess.ordinary()).toList(), Guess::right)));
        guesses.forEach((split, all) -> {
            System.out.println("\n" + split + "\n");
            new Reliability(all).print();
            secondReadings(all);
        });
        RuleTally.print(RuleTally.of(heldOut.lexicon(), guesses.getOrDefault(Split.FAMILY, List.of())));
        Files.writeString(Path.of(arguments[0]), ReliabilityDiagram.draw(reliabilities));
    }

    private static void secondReadings(List<Guess> guesses) {
        System.out.println(
                "| second reading below | words that get one | right count accepted | of the second readings, right |\n"
                        + "|---|---|---|---|");
        for (double threshold : THRESHOLDS) {
            List<Guess> doubtful = guesses.stream()
                    .filter(guess -> guess.confidence() < threshold && guess.runnerUp() >= 0.1)
                    .toList();
            int saved = Tally.of(doubtful, Guess::rightAtSecond).right();
            int right = Tally.of(guesses, Guess::right).right();
            System.out.printf(
                    Locale.ROOT,
                    "| %.2f | %.1f %% | %.2f %% | %.0f %% |%n",
                    threshold,
                    100.0 * doubtful.size() / guesses.size(),
                    100.0 * (right + saved) / guesses.size(),
                    100.0 * saved / doubtful.size());
        }
    }
}
