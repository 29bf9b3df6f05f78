package org.kukai.haiku;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers and words that nobody thought of: pieces of chatter, markup, verse and control characters in any order. */
class FuzzTest {
    private static final Scorer SCORER = new Scorer();
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Syllables SYLLABLES = Syllables.english();

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of(Pieces.LINES),
                Arbitraries.of(Pieces.MARKS),
                Arbitraries.of(Pieces.ENDS),
                Pieces.strange());
    }

    @Provide
    Arbitrary<String> answers() {
        return pieces().list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> decoratedPoems() {
        Arbitrary<String> mark = Arbitraries.of(Pieces.MARKS);
        Arbitrary<String> line = Combinators.combine(mark, Arbitraries.of(Pieces.LINES), mark)
                .as((before, text, after) -> before + text + after);
        Arbitrary<String> end = Arbitraries.of("\n", "\n\n", "  \n", "\r\n", " / ", "<br>\n");
        return Combinators.combine(mark, line, end, line, end, line, mark)
                .as((opening, one, a, two, b, three, closing) -> opening + one + a + two + b + three + closing);
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> letters =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(24);
        Arbitrary<String> mixed = Arbitraries.strings()
                .withChars("abcdeilnorstuyABCEXYZ0123456789'’-.,:%&$éèïöāßﬁ")
                .ofMinLength(1)
                .ofMaxLength(16);
        return Arbitraries.oneOf(letters, mixed, Pieces.strange(), Arbitraries.of(Pieces.WORDS));
    }

    @Provide
    Arbitrary<String> knownWords() {
        return Arbitraries.of(Pieces.WORDS);
    }

    @Property(tries = 3_000, seed = "575")
    void everyAnswerHasASaneVerdict(@ForAll("answers") String raw, @ForAll boolean cut) {
        check(raw, SCORER.verdict(raw, cut));
    }

    @Property(tries = 3_000, seed = "575")
    void everyDecoratedPoemHasASaneVerdict(@ForAll("decoratedPoems") String raw) {
        check(raw, SCORER.verdict(raw));
    }

    private static void check(String raw, Verdict verdict) {
        assertThat(verdict.score()).isBetween(0, 4);
        assertThat(verdict.form575()).isEqualTo(verdict.score() == 4);
        assertThat(verdict.strict575() && !verdict.form575()).isFalse();
        assertThat(verdict.chatter()).isEqualTo(!verdict.removals().isEmpty());
        boolean poem = verdict.score() > 0;
        assertThat(verdict.text().lines().count() == 3 || !poem).isTrue();
        assertThat(poem || verdict.problem() != null).isTrue();
        assertThat(verdict.lines().size()).isLessThanOrEqualTo(40);
        if (poem) {
            assertThat(verdict.text()).isEqualTo(verdict.text().strip());
            assertThat(letters(raw)).containsAll(letters(verdict.text()));
        }
        for (Line line : verdict.lines()) {
            assertThat(line.counts()).isSorted().doesNotHaveDuplicates();
            assertThat(line.reading()).hasSameSizeAs(line.words());
            assertThat(line.onTarget() && !line.counts().contains(line.target()))
                    .isFalse();
        }
    }

    /** The small letters of a text: extraction never makes new ones. */
    private static Set<Integer> letters(String text) {
        Set<Integer> letters = new HashSet<>();
        text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetter).forEach(letters::add);
        return letters;
    }

    @Property(tries = 3_000, seed = "575")
    void extractingTheExtractedChangesNothing(@ForAll("answers") String raw) {
        idempotent(raw);
    }

    @Property(tries = 3_000, seed = "575")
    void extractingAnExtractedPoemChangesNothing(@ForAll("decoratedPoems") String raw) {
        idempotent(raw);
    }

    private static void idempotent(String raw) {
        Verdict once = SCORER.verdict(raw);
        Verdict twice = SCORER.verdict(once.text());
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.score()).isEqualTo(once.score());
        if (once.score() > 0) {
            assertThat(twice.removals()).isEmpty();
        }
    }

    @Property(tries = 5_000, seed = "575")
    void countsAreWithinSaneBounds(@ForAll("words") String word) {
        WordCount count = SYLLABLES.count(word);
        assertThat(count.counts()).isSorted().doesNotHaveDuplicates();
        assertThat(count.confidence()).isBetween(0.0, 1.0);
        if (count.source() == Source.UNKNOWN) {
            assertThat(count.counts()).isEmpty();
            return;
        }
        assertThat(count.counts())
                .contains(count.usual())
                .allSatisfy(n -> assertThat(n).isBetween(1, bound(word)));
    }

    /** No letter of a word has more than a syllable and no sign read out more than eight, "seven million" being six. */
    private static int bound(String word) {
        boolean letters = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        boolean vowels = word.matches(".*[aeiouy].*");
        return letters && vowels && word.length() > 1 ? word.length() + 1 : 8 * word.length();
    }

    @Property(tries = 3_000, seed = "575")
    void aKnownWordAddsItsSetToTheSums(@ForAll("answers") String start, @ForAll("knownWords") String word) {
        String line = "so " + start.replaceAll("\\R", " ").strip();
        Assume.that(Character.isLetter(line.codePointBefore(line.length())));
        List<WordCount> before = SYLLABLES.line(line);

        List<WordCount> after = SYLLABLES.line(line + " " + word);

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.subList(before.size(), after.size()))
                .isEqualTo(SYLLABLES.line("so " + word).subList(1, 2));
        assertThat(sums(after))
                .isEqualTo(plus(sums(before), SYLLABLES.count(word).counts()));
    }

    private static Set<Integer> sums(List<WordCount> words) {
        Set<Integer> sums = Set.of(0);
        for (WordCount word : words) {
            sums = word.source() == Source.UNKNOWN ? sums : plus(sums, word.counts());
        }
        return sums;
    }

    private static Set<Integer> plus(Set<Integer> sums, List<Integer> counts) {
        Set<Integer> next = new HashSet<>();
        sums.forEach(sum -> counts.forEach(count -> next.add(sum + count)));
        return next;
    }

    /** Eight times the text must not take far more than eight times the time; compared within one run, the best of five. */
    @Property(tries = 40, seed = "575")
    void timeGrowsWithTheLength(
            @ForAll("pieces") String one, @ForAll("pieces") String two, @ForAll("pieces") String three) {
        String piece = one + two + three;
        Assume.that(!piece.isEmpty());
        String small = piece.repeat(5_000 / piece.length() + 1);
        String large = piece.repeat(40_000 / piece.length() + 1);
        if (nanos(large) > 60_000_000) {
            double times = best(large) / (double) best(small);
            assertThat(times).as("growth of the time of %s, repeated", piece).isLessThan(32);
        }
    }

    /** What stands around a poem or in it is looked at in other places than what stands alone. */
    @Example
    void timeGrowsWithTheLengthOfAnyLine() {
        for (String piece : List.of("- ", "a-", "si/lent", "\u0301", "1. ", "a.m. ", "Sure! ", "a / b / c / ")) {
            for (String shape : List.of("%s", "moss\n%s\nmoss", "%spond\nfrog\nsplash%1$s")) {
                String small = shape.formatted(piece.repeat(2_500 / piece.length()));
                String large = shape.formatted(piece.repeat(20_000 / piece.length()));
                if (nanos(large) > 60_000_000) {
                    double times = best(large) / (double) best(small);
                    assertThat(times)
                            .as("growth of the time of %s in %s", piece, shape)
                            .isLessThan(32);
                }
            }
        }
    }

    private static long best(String raw) {
        return LongStream.range(0, 5).map(i -> nanos(raw)).min().orElseThrow();
    }

    /** Time of this thread on a processor: other programs do not count. */
    private static long nanos(String raw) {
        long start = CLOCK.getCurrentThreadCpuTime();
        SCORER.verdict(raw);
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
