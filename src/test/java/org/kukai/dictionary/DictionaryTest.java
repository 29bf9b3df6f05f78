package org.kukai.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.RefusedException;
import org.kukai.dictionary.Dictionary.Effect;
import org.kukai.haiku.Scorer;
import org.kukai.syllable.Source;
import org.kukai.syllable.WordCount;
import org.kukai.testing.Coinages;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class DictionaryTest {
    @RegisterExtension
    final Coinages coinages = new Coinages();

    @TempDir
    Path folder;

    @Inject
    Dictionary dictionary;

    @Inject
    WordFile file;

    @Inject
    Scorer scorer;

    private UUID admin = new UUID(0, 0);
    private String word = "";

    @BeforeEach
    void coin() {
        admin = Person.ADMIN.id();
        word = coinages.word();
    }

    @Test
    void countsByADecisionAsSoonAsItIsMade() {
        String before = scorer.version();
        assertThat(set(7)).isEqualTo(Effect.ADDED);
        WordCount count = scorer.syllables().count(word);
        assertThat(count.source()).isEqualTo(Source.OVERRIDE);
        assertThat(count.counts()).containsExactly(7);
        assertThat(scorer.version()).isNotEqualTo(before).contains("+o");
        dictionary.takeBack(word, "", admin);
        assertThat(scorer.syllables().count(word).source()).isEqualTo(Source.MODEL);
        assertThat(scorer.version()).isEqualTo(before);
    }

    @Test
    void keepsAScorerThatSomebodyHoldsAsItWas() {
        Scorer held = scorer.now();
        set(7);
        assertThat(held.syllables().count(word).source()).isEqualTo(Source.MODEL);
        assertThat(held.version()).isNotEqualTo(scorer.version());
        assertThat(scorer.now()).isSameAs(scorer.now());
    }

    @Test
    void countsNothingByADecisionThatIsRolledBack() {
        String before = scorer.version();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    set(7);
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scorer.version()).isEqualTo(before);
    }

    @Test
    void writesNothingForWhatStandsAlready() {
        set(7);
        assertThat(set(7)).isEqualTo(Effect.UNCHANGED);
        assertThat(history()).hasSize(1);
        assertThat(set(6, 7)).isEqualTo(Effect.CHANGED);
        assertThat(history()).hasSize(2);
    }

    @Test
    void keepsWhatWasDecidedBeforeWithWhoAndWhen() {
        set(7);
        set(6);
        dictionary.takeBack(word, "It was right before", admin);
        set(6);
        assertThat(history())
                .extracting(decision -> decision.counts)
                .containsExactly(List.of(6), null, List.of(6), List.of(7));
        assertThat(history()).allSatisfy(decision -> {
            assertThat(decision.decidedBy.name).isEqualTo("admin");
            assertThat(decision.decidedAt).isNotNull();
        });
        assertThat(history().get(1).reason).isEqualTo("It was right before");
        assertThat(history().stream().filter(WordDecision::isStanding)).hasSize(1);
    }

    @Test
    void losesNoDecisionOfManyAtOnce() {
        List<Thread> threads = IntStream.rangeClosed(1, 12)
                .mapToObj(count -> Thread.ofVirtual().start(() -> set(count)))
                .toList();
        threads.forEach(DictionaryTest::join);
        assertThat(history()).hasSize(12);
        assertThat(history().stream().filter(WordDecision::isStanding)).hasSize(1);
        assertThat(scorer.syllables().count(word).counts()).isEqualTo(history().getFirst().counts);
    }

    @Test
    void refusesWhatWouldNotBeFoundOrHasNoReason() {
        for (String wrong : List.of("", "two words", "either/or", "a".repeat(101), "rosé", "x\0y")) {
            assertThatThrownBy(() -> OwnWord.of(wrong, List.of(2))).as(wrong).isInstanceOf(RefusedException.class);
        }
        for (List<Integer> wrong : List.of(List.<Integer>of(), List.of(0), List.of(31), List.of(1, 2, 3, 4, 5, 6))) {
            assertThatThrownBy(() -> OwnWord.of(word, wrong)).as("%s", wrong).isInstanceOf(RefusedException.class);
        }
        OwnWord sound = OwnWord.of(word, List.of(2));
        for (String wrong : List.of(" ", "a".repeat(501), "two\nlines")) {
            assertThatThrownBy(() -> dictionary.set(sound, wrong, admin)).isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> dictionary.takeBack(word, "", admin))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no counts of this installation's own");
    }

    @Test
    void takesAWordHoweverItIsSpelled() {
        assertThat(OwnWord.of(" Café ", List.of(2))).isEqualTo(new OwnWord("cafe", List.of(2)));
        assertThat(OwnWord.of("O’er", List.of(1))).isEqualTo(new OwnWord("o'er", List.of(1)));
        assertThat(OwnWord.of("snow-lit", List.of(2))).isEqualTo(new OwnWord("snow-lit", List.of(2)));
        assertThat(OwnWord.of("TV", List.of(2, 4))).isEqualTo(new OwnWord("tv", List.of(2, 4)));
    }

    @Test
    void readsTheGoodRowsOfAFileAndTellsTheLinesOfTheBad() throws IOException {
        String other = coinages.word();
        String third = coinages.word();
        WordFile.Outcome outcome = read("""
                word,counts,reason,who,when
                %s,2|1,"Heard, by ear",somebody,2020-01-01

                %s,none,no numbers
                %s,99,too many
                "%s,4,an open quote
                two words,3,what
                %s,3
                %s,4,again
                """.formatted(word, other, other, other, third, third));
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.rejected()).isEqualTo(5);
        assertThat(outcome.rejections()).extracting(WordFile.Rejection::line).containsExactly(4, 5, 6, 7, 9);
        assertThat(outcome.rejections().getLast().detail()).startsWith("Line 8 gives");
        assertThat(scorer.syllables().count(word).usual()).isEqualTo(2);
        assertThat(history().getFirst().reason).isEqualTo("Heard, by ear");
        assertThat(history().getFirst().decidedBy.name).isEqualTo("admin");
    }

    @Test
    void changesNothingWhenAFileIsReadAgain() throws IOException {
        String other = coinages.word();
        String rows = word + ",2|1,Heard\n" + other + ",3\n";
        assertThat(read(rows).added()).isEqualTo(2);
        String written = file.written();
        assertThat(read(rows)).isEqualTo(new WordFile.Outcome(0, 0, 2, 0, List.of()));
        WordFile.Outcome own = read(written);
        assertThat(own.added() + own.changed() + own.rejected()).isZero();
        assertThat(written).contains(word + ",2|1,Heard,admin,").contains(other + ",3," + WordFile.UNEXPLAINED);
        assertThat(history()).hasSize(1);
    }

    private Effect set(Integer... counts) {
        return dictionary.set(OwnWord.of(word, List.of(counts)), "Listened to it", admin);
    }

    private List<WordDecision> history() {
        return QuarkusTransaction.requiringNew().call(() -> WordDecision.history(word, 100));
    }

    private WordFile.Outcome read(String rows) throws IOException {
        Path csv = folder.resolve("words.csv");
        Files.write(csv, rows.getBytes(StandardCharsets.UTF_8));
        return file.read(csv, admin);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
