package org.kukai.haiku;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.kukai.syllable.Syllables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole counter on difficult words and answers that were judged by hand. Reads every file in the folder: {@code *.tsv} holds
 * words, {@code *.txt} answers. Prints the shares and each miss; fails when a share falls below what was reached.
 */
class HandCheckedTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final double USUAL_RIGHT = 0.995;
    private static final double SETS_RIGHT = 0.99;
    private static final double VERDICTS_RIGHT = 0.99;
    private static final double EXTRACTIONS_RIGHT = 0.99;
    private static final int WRONGLY_ACCEPTED = 0;

    @Test
    void countsDifficultWordsAsByHand() throws IOException {
        List<HandCheckedWord> words = new ArrayList<>();
        for (Path file : files(".tsv")) {
            words.addAll(HandCheckedWord.read(Files.readAllLines(file).stream()));
        }
        Predicate<HandCheckedWord> usual = word -> word.usualRight(answer(word));
        Predicate<HandCheckedWord> set = word -> word.setRight(answer(word));

        double usualRight = share("usual counts", words, usual, word -> word + "; said " + answer(word));
        double setsRight = share("accepted sets", words, set, word -> word + "; said " + answer(word));

        assertThat(words).hasSizeGreaterThan(300);
        assertThat(usualRight).isGreaterThanOrEqualTo(USUAL_RIGHT);
        assertThat(setsRight).isGreaterThanOrEqualTo(SETS_RIGHT);
    }

    @Test
    void judgesAnswersAsByHand() throws IOException {
        List<HandCheckedAnswer> answers = new ArrayList<>();
        for (Path file : files(".txt")) {
            answers.addAll(HandCheckedAnswer.read(Files.readAllLines(file)));
        }
        Scorer scorer = new Scorer();
        Predicate<HandCheckedAnswer> verdict = answer -> answer.verdictRight(scorer.verdict(answer.raw()));
        Predicate<HandCheckedAnswer> extraction = answer -> answer.extractionRight(scorer.verdict(answer.raw()));
        List<HandCheckedAnswer> wrong = answers.stream()
                .filter(answer -> answer.wronglyAccepted(scorer.verdict(answer.raw())))
                .toList();

        double verdictsRight = share("verdicts", answers, verdict, answer -> answer.miss(scorer.verdict(answer.raw())));
        double extractionsRight =
                share("extractions", answers, extraction, answer -> answer.miss(scorer.verdict(answer.raw())));
        System.out.println("Hand-checked wrong poems accepted: " + wrong.size());
        wrong.forEach(answer -> System.out.println("  " + answer.miss(scorer.verdict(answer.raw()))));

        assertThat(answers).hasSizeGreaterThan(150);
        assertThat(wrong).hasSizeLessThanOrEqualTo(WRONGLY_ACCEPTED);
        assertThat(verdictsRight).isGreaterThanOrEqualTo(VERDICTS_RIGHT);
        assertThat(extractionsRight).isGreaterThanOrEqualTo(EXTRACTIONS_RIGHT);
    }

    private static HandCheckedWord.Answer answer(HandCheckedWord word) {
        return HandCheckedWord.Answer.of(Syllables.english(), word.word());
    }

    private static <T> double share(String what, List<T> cases, Predicate<T> right, Function<T, String> miss) {
        List<T> wrong = cases.stream().filter(right.negate()).toList();
        double share = 1 - wrong.size() / (double) cases.size();
        System.out.printf("Hand-checked %s right: %.1f %% of %d%n", what, 100 * share, cases.size());
        wrong.forEach(one -> System.out.println("  " + miss.apply(one)));
        return share;
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
