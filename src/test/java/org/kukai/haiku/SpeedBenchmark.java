package org.kukai.haiku;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.kukai.llm.composer.Poet;
import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * How fast words are counted and answers judged, by one thread of a JVM with its own defaults. Each call takes the next of many
 * words or answers in random order, so that nothing is measured twice in a row.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpeedBenchmark {
    private static final Path DICTIONARY = Path.of("target/cmudict/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict");
    private static final Path ANSWERS = Path.of("src/test/resources/cases/answers.txt");
    private static final int MANY = 20_000;
    private static final int PUBLISHED = 86_060;

    /** Words of the dictionary, and words that are in none: the head of one and the tail of another. */
    @State(Scope.Thread)
    public static class Words {
        private final Syllables syllables = Syllables.english();
        private String[] known = {};
        private String[] unknown = {};
        private int next;

        @Setup
        public void read() throws IOException {
            List<String> words = new ArrayList<>();
            try (Stream<String> lines = Files.lines(DICTIONARY)) {
                lines.map(line -> line.substring(0, line.indexOf(' ')))
                        .filter(word -> word.chars().allMatch(Character::isLetter))
                        .forEach(words::add);
            }
            Random random = new Random(575);
            Collections.shuffle(words, random);
            known = words.subList(0, MANY).toArray(String[]::new);
            List<String> coined = new ArrayList<>();
            while (coined.size() < MANY) {
                String head = words.get(random.nextInt(words.size()));
                String tail = words.get(random.nextInt(words.size()));
                String word = head.substring(0, head.length() / 2) + tail.substring(tail.length() / 2);
                if (syllables.count(word).source() == Source.MODEL) {
                    coined.add(word);
                }
            }
            unknown = coined.toArray(String[]::new);
        }
    }

    /**
     * Haiku of the built-in composer that need no cleaning, its answers as they come, of which one in five has chatter or another fault,
     * and the hand-checked answers with chatter of every kind.
     */
    @State(Scope.Thread)
    public static class Answers {
        private final Scorer scorer = new Scorer();
        private final String[] clean = new String[MANY];
        private final String[] mixed = new String[MANY];
        private String[] chatty = {};
        private int next;

        @Setup
        public void compose() throws IOException {
            int poems = 0;
            for (int i = 0; poems < MANY; i++) {
                String answer = Poet.compose("Write a haiku about " + TOPICS.get(i % TOPICS.size()), 0.7, i);
                if (i < MANY) {
                    mixed[i] = answer;
                }
                Verdict verdict = scorer.verdict(answer);
                if (verdict.form575() && !verdict.chatter()) {
                    clean[poems++] = answer;
                }
            }
            chatty = HandCheckedAnswer.read(Files.readAllLines(ANSWERS)).stream()
                    .map(HandCheckedAnswer::raw)
                    .toArray(String[]::new);
        }

        private static final List<String> TOPICS = List.of(
                "the first snow", "a heron", "old letters", "the night train", "cicadas", "rain in the city", "moss");
    }

    @Benchmark
    public WordCount lexiconWord(Words words) {
        words.next = (words.next + 1) % MANY;
        return words.syllables.count(words.known[words.next]);
    }

    @Benchmark
    public WordCount modelWord(Words words) {
        words.next = (words.next + 1) % MANY;
        return words.syllables.count(words.unknown[words.next]);
    }

    @Benchmark
    public Verdict verdict(Answers answers) {
        answers.next = (answers.next + 1) % MANY;
        return answers.scorer.verdict(answers.clean[answers.next]);
    }

    @Benchmark
    public Verdict verdictOfMixed(Answers answers) {
        answers.next = (answers.next + 1) % MANY;
        return answers.scorer.verdict(answers.mixed[answers.next]);
    }

    @Benchmark
    public Verdict verdictOfChatter(Answers answers) {
        answers.next = (answers.next + 1) % answers.chatty.length;
        return answers.scorer.verdict(answers.chatty[answers.next]);
    }

    /** As many as were published with the study that this follows: answers as they come, one in five with chatter or a fault. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 4)
    @Measurement(iterations = 6)
    public int verdictsOfThePublishedKind(Answers answers) {
        int score = 0;
        for (int i = 0; i < PUBLISHED; i++) {
            score += answers.scorer.verdict(answers.mixed[i % MANY]).score();
        }
        return score;
    }

    /** The counter as a program meets it: loaded once, in a JVM that has just started. Prints the heap that it keeps. */
    @State(Scope.Thread)
    public static class Load {
        private long before;

        @Setup
        public void settle() {
            before = used();
        }

        @TearDown
        public void tell() {
            System.out.printf("heap kept by the counter: %.1f MB%n", (used() - before) / 1e6);
        }

        private static long used() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Syllables load(Load load) {
        return Syllables.english();
    }
}
