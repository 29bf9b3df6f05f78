package org.kukai.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.kukai.dictionary.Dictionary;
import org.kukai.dictionary.OwnWord;
import org.kukai.haiku.Haiku;
import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;
import org.kukai.testing.Coinages;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.correction.CorrectionCast.ended;
import static org.kukai.correction.CorrectionCast.haiku;
import static org.kukai.correction.CorrectionCast.haikuWith;
import static org.kukai.correction.CorrectionCast.poem;

@QuarkusTest
class RescoringTest {
    @RegisterExtension
    final Coinages coinages = new Coinages();

    @Inject
    Rescorings rescorings;

    @Inject
    RescoringJob job;

    @Inject
    Dictionary dictionary;

    @Inject
    Scorer scorer;

    private static boolean even;

    private final List<UUID> made = new ArrayList<>();

    private UUID admin = new UUID(0, 0);
    private String word = "";

    @BeforeEach
    void everythingIsScoredByTheSameVersion() {
        admin = Person.ADMIN.id();
        word = coinages.word();
        // Poems of other tests have scores that nobody gave them; this settles them, so that later only ours change.
        if (!even) {
            assertThat(ended(rescorings.order(admin).id).status).isEqualTo(Rescoring.Status.COMPLETED);
            even = true;
        }
    }

    @AfterEach
    void leaveNoPoemsThatTurnOnAWord() {
        CorrectionCast.delete(made);
    }

    @Test
    void scoresByTheCountsThatStandNowAndTellsHowManyChanged() {
        List<UUID> poems = poems(1_200);
        dictionary.set(OwnWord.of(word, List.of(2)), "Heard so", admin);
        Rescoring up = ended(rescorings.order(admin).id);
        assertThat(up.up).isEqualTo(1_200);
        assertThat(up.down).isZero();
        assertThat(up.seen).isGreaterThanOrEqualTo(1_200);
        assertThat(up.percent()).isEqualTo(100);
        for (UUID id : List.of(poems.getFirst(), poems.getLast())) {
            Haiku better = haiku(id);
            assertThat(better.score).isEqualTo((short) 4);
            assertThat(better.strict575).isTrue();
            assertThat(better.scorer).isEqualTo(scorer.version()).contains("+o");
            assertThat(better.text).isEqualTo(poem(word));
        }
        dictionary.set(OwnWord.of(word, List.of(3)), "Heard otherwise", admin);
        Rescoring down = ended(rescorings.order(admin).id);
        assertThat(down.up).isZero();
        assertThat(down.down).isEqualTo(1_200);
        assertThat(haiku(poems.getFirst()).score).isEqualTo((short) 3);
    }

    @Test
    void changesNothingTheSecondTime() {
        UUID poem = poems(1).getFirst();
        ended(rescorings.order(admin).id);
        Haiku before = haiku(poem);
        Rescoring again = ended(rescorings.order(admin).id);
        assertThat(again.up + again.down).isZero();
        assertThat(haiku(poem).score).isEqualTo(before.score);
        assertThat(rescorings.outdated()).isEqualTo(again.kept);
    }

    @Test
    void countsNothingTwiceWhenTwoNodesBothGoOn() throws InterruptedException {
        poems(3_000);
        dictionary.set(OwnWord.of(word, List.of(2)), "Heard so", admin);
        UUID id = rescorings.order(admin).id;
        List<Thread> nodes = IntStream.range(0, 3)
                .mapToObj(i -> Thread.ofVirtual().start(() -> goOn(id)))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }
        Rescoring done = ended(id);
        assertThat(done.up).isEqualTo(3_000);
        assertThat(done.down).isZero();
    }

    @Test
    void beginsAgainWhenTheCounterChangesUnderIt() {
        List<UUID> poems = poems(4_000);
        dictionary.set(OwnWord.of(word, List.of(2)), "Heard so", admin);
        UUID id = rescorings.order(admin).id;
        dictionary.set(OwnWord.of(word, List.of(2, 3)), "Both", admin);
        Rescoring done = ended(id);
        assertThat(done.scorer).isEqualTo(scorer.version());
        assertThat(CorrectionCast.scorers(poems)).containsExactly(scorer.version());
    }

    @Test
    void isTheOneAtWorkWhenAnotherIsOrdered() {
        poems(2_000);
        UUID one = QuarkusTransaction.requiringNew().call(() -> {
            UUID first = rescorings.order(admin).id;
            assertThat(rescorings.order(admin).id).isEqualTo(first);
            return first;
        });
        ended(one);
        UUID other = rescorings.order(admin).id;
        assertThat(other).isNotEqualTo(one);
        ended(other);
    }

    @Test
    void keepsTheReasonThatWasKnownBetter() {
        UUID cut = QuarkusTransaction.requiringNew().call(() -> {
            Verdict verdict = scorer.verdict("An old silent pond\nA frog", true);
            return Haiku.keep(
                            org.kukai.prompt.Prompt.findById(Poems.prompt("TRAIN")),
                            verdict,
                            "long gone",
                            java.time.Instant.EPOCH)
                    .id;
        });
        assertThat(haiku(cut).problem).isEqualTo("cut");
        ended(rescorings.order(admin).id);
        assertThat(haiku(cut).problem).isEqualTo("cut");
        assertThat(haiku(cut).scorer).isEqualTo(scorer.version());
    }

    @Test
    void leavesAHaikuAloneWhoseTextItWouldCutDifferently() {
        UUID wordy = QuarkusTransaction.requiringNew()
                .call(() -> Poems.haiku(
                        Poems.prompt("TRAIN"),
                        3,
                        "Sure! Here is a haiku:\n\n" + poem("light"),
                        UUID.randomUUID() + ""));
        Rescoring done = ended(rescorings.order(admin).id);
        assertThat(done.kept).isPositive();
        assertThat(haiku(wordy).scorer).isEqualTo("test");
        assertThat(haiku(wordy).score).isEqualTo((short) 3);
        CorrectionCast.delete(List.of(wordy));
    }

    private List<UUID> poems(int many) {
        List<UUID> poems = haikuWith(word, many);
        made.addAll(poems);
        return poems;
    }

    private void goOn(UUID id) {
        try {
            job.run(id.toString());
        } catch (org.kukai.job.JobPostponedException later) {
            // the job library's own copy goes on with it
        }
    }
}
