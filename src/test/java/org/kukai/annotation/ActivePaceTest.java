package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.job.JobPostponedException;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** How far the pairs of an active round are chosen ahead of its votes. */
@QuarkusTest
class ActivePaceTest {
    @Inject
    PairsJob job;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @Test
    void choosesPairsForOneRaterOnlyAsTheVotesComeIn() {
        UUID prompt = Poems.prompt("TRAIN");
        Round round = begun(prompt, 24, 60);
        lookAt(round);
        assertThat(RoundsTest.fresh(round).pairs)
                .as("every poem once, before any vote")
                .isEqualTo(12);
        UUID rater = Person.idOfNewRater();
        int votes = 0;
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            UUID shown = offered.pair().assignment();
            turns.ahead(round.id, rater, shown);
            voting.cast(round.id, rater, shown, Choice.LEFT);
            votes++;
            lookAt(round);
            assertThat(RoundsTest.fresh(round).pairs)
                    .as("chosen by vote %d", votes)
                    .isLessThanOrEqualTo(Math.max(12, votes + 6));
        }
        assertThat(votes).isEqualTo(60);
    }

    @Test
    void hasPairsForFortyRatersAtWork() {
        UUID prompt = Poems.prompt("TRAIN");
        Round round = begun(prompt, 30, 300);
        List<UUID> raters = Stream.generate(Person::idOfNewRater).limit(40).toList();
        raters.forEach(rater -> turns.next(round.id, rater));
        lookAt(round);
        for (int turn = 0; turn < 5; turn++) {
            for (UUID rater : raters) {
                Turn.Offered offered = (Turn.Offered) turns.next(round.id, rater);
                voting.cast(round.id, rater, offered.pair().assignment(), Choice.RIGHT);
            }
            lookAt(round);
        }
    }

    @Test
    void drawsWhichPoemOfAPairIsTheFirst() {
        Round round = begun(Poems.prompt("TRAIN"), 60, 200);
        List<Boolean> younger = QuarkusTransaction.requiringNew().call(() -> {
            Round same = Round.get(round.id);
            same.grow(ActivePairs.add(PairBatch.lockOpen(round.id).orElseThrow(), same, 100, Instant.EPOCH));
            return Pair.<Pair>list("roundId = ?1 and position > 30", round.id).stream()
                    .map(pair -> pair.firstId.compareTo(pair.secondId) > 0)
                    .toList();
        });
        assertThat(younger).hasSize(100);
        assertThat(younger.stream().filter(is -> is).count()).isBetween(30L, 70L);
    }

    @Test
    void goesOnForARaterWhoHasSkippedAllThatWasReady() {
        Round round = begun(Poems.prompt("TRAIN"), 6, 15);
        UUID rater = Person.idOfNewRater();
        int seen = 0;
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            voting.cast(round.id, rater, offered.pair().assignment(), Choice.SKIP);
            seen++;
            lookAt(round);
        }
        assertThat(seen).isEqualTo(15);
    }

    /** A round that compares so many poems of the prompt, with its first pairs; its job is run by nobody but the test. */
    private static Round begun(UUID prompt, int poems, int pairs) {
        List<UUID> all =
                Stream.generate(() -> Poems.haiku(prompt, 3)).limit(poems).toList();
        return QuarkusTransaction.requiringNew().call(() -> {
            Round round = ActiveRoundTest.comparing(prompt, all, pairs);
            PairBatch batch = PairBatch.lockOpen(round.id).orElseThrow();
            round.grow(ActivePairs.add(batch, round, poems / 2, Instant.EPOCH));
            return round;
        });
    }

    private void lookAt(Round round) {
        try {
            job.run(round.id.toString());
        } catch (JobPostponedException later) {
            assertThat(later).hasMessageContaining("gone on with");
        }
    }
}
