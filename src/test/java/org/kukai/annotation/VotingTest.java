package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.annotation.Voting.Receipt;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class VotingTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final UUID ann = Person.idOfNewRater();
    private final UUID ben = Person.idOfNewRater();

    @Test
    void givesTheSamePairUntilItIsAnsweredAndThenAnother() {
        Round round = round(2, 1);
        BlindPair shown = offered(NOON, round, ann);
        assertThat(offered(NOON, round, ann)).isEqualTo(shown);
        assertThat(shown.remaining()).isEqualTo(2);
        assertThat(vote(NOON, round, ann, shown, Choice.LEFT)).isEqualTo(Receipt.NEW);
        BlindPair other = offered(NOON, round, ann);
        assertThat(other.assignment()).isNotEqualTo(shown.assignment());
        assertThat(other.prompt()).isNotEqualTo(shown.prompt());
        assertThat(other.remaining()).isEqualTo(1);
        vote(NOON, round, ann, other, Choice.RIGHT);
        assertThat(next(NOON, round, ann)).isInstanceOf(Turn.Nothing.class);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
    }

    @Test
    void countsAVoteOnceHoweverOftenItIsSent() {
        Round round = round(1, 3);
        BlindPair shown = offered(NOON, round, ann);
        assertThat(vote(NOON, round, ann, shown, Choice.TIE)).isEqualTo(Receipt.NEW);
        assertThat(vote(NOON, round, ann, shown, Choice.TIE)).isEqualTo(Receipt.SAME);
        assertThat(counted(round)).isOne();
        assertThat(own(round, ann).votes).isOne();
    }

    @Test
    void holdsAVoteForEveryRaterWhoLooksAndNoMore() {
        Round round = round(1, 1);
        offered(NOON, round, ann);
        assertThat(next(NOON, round, ben)).isInstanceOf(Turn.Nothing.class);
    }

    @Test
    void givesAPairToAnotherWhenTheLeaseHasEnded() {
        Round round = round(1, 1);
        BlindPair anns = offered(NOON, round, ann);
        Instant later = NOON.plus(TEN_MINUTES).plusSeconds(1);
        BlindPair bens = offered(later, round, ben);
        assertThat(bens.prompt()).isEqualTo(anns.prompt());
        vote(later, round, ben, bens, Choice.LEFT);
        assertThatThrownBy(() -> vote(later, round, ann, anns, Choice.LEFT))
                .isInstanceOf(PairGoneException.class)
                .hasMessageContaining("not counted");
        assertThat(counted(round)).isOne();
    }

    @Test
    void takesALateVoteWhileThePairHasRoom() {
        Round round = round(1, 2);
        BlindPair anns = offered(NOON, round, ann);
        Instant later = NOON.plus(TEN_MINUTES).plusSeconds(1);
        vote(later, round, ben, offered(later, round, ben), Choice.LEFT);
        assertThat(vote(later, round, ann, anns, Choice.RIGHT)).isEqualTo(Receipt.NEW);
        assertThat(counted(round)).isEqualTo(2);
    }

    @Test
    void givesAnUnansweredPairAgainAfterItsLeaseHasEnded() {
        Round round = round(2, 1);
        BlindPair anns = offered(NOON, round, ann);
        Instant later = NOON.plus(TEN_MINUTES).plusSeconds(1);
        assertThat(offered(later, round, ann).assignment()).isEqualTo(anns.assignment());
    }

    @Test
    void replacesAVoteWithinTheWindowAndNotLater() {
        Round round = round(1, 1);
        BlindPair shown = offered(NOON, round, ann);
        vote(NOON, round, ann, shown, Choice.LEFT);
        assertThat(vote(NOON.plusSeconds(60), round, ann, shown, Choice.RIGHT)).isEqualTo(Receipt.REPLACED);
        assertThat(counted(round)).isOne();
        assertThatThrownBy(() -> vote(NOON.plusSeconds(601), round, ann, shown, Choice.LEFT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("older than 10 minutes");
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
    }

    @ParameterizedTest
    @CsvSource({"PT10M, 10 minutes", "PT1M, 1 minute", "PT90S, 1 minute", "PT30S, 30 seconds", "PT1S, 1 second"})
    void saysInWordsHowOldAVoteIsThatStands(Duration window, String words) {
        assertThat(Voting.inWords(window)).isEqualTo(words);
    }

    @Test
    void undoesTheLastVoteAndGivesItsPairFirst() {
        Round round = round(3, 1);
        BlindPair first = offered(NOON, round, ann);
        vote(NOON, round, ann, first, Choice.LEFT);
        offered(NOON, round, ann);
        withdraw(NOON.plusSeconds(1), round, ann);
        assertThat(counted(round)).isZero();
        BlindPair again = offered(NOON.plusSeconds(1), round, ann);
        assertThat(again.assignment()).isEqualTo(first.assignment());
        assertThat(again.left()).isEqualTo(first.left());
        assertThat(vote(NOON.plusSeconds(2), round, ann, again, Choice.LEFT)).isEqualTo(Receipt.NEW);
        assertThatThrownBy(() -> withdraw(NOON.plusSeconds(1000), round, ann)).hasMessageContaining("stands");
        assertThatThrownBy(() -> withdraw(NOON, round, ben)).hasMessageContaining("no vote in this round to undo");
    }

    @Test
    void countsWhatIsLeftRightAfterVotesAreUndone() {
        Round round = round(7, 2);
        for (int i = 0; i < 5; i++) {
            vote(NOON.plusSeconds(i), round, ann, offered(NOON.plusSeconds(i), round, ann), Choice.LEFT);
        }
        assertThat(offered(NOON.plusSeconds(5), round, ann).remaining()).isEqualTo(2);
        withdraw(NOON.plusSeconds(6), round, ann);
        withdraw(NOON.plusSeconds(7), round, ann);
        BlindPair again = offered(NOON.plusSeconds(8), round, ann);
        assertThat(again.remaining()).isEqualTo(4);
        vote(NOON.plusSeconds(9), round, ann, again, Choice.TIE);
        assertThat(offered(NOON.plusSeconds(10), round, ann).remaining()).isEqualTo(3);
    }

    @Test
    void opensASettledRoundAgainWhenItsLastVoteIsUndone() {
        Round round = round(1, 1);
        vote(NOON, round, ann, offered(NOON, round, ann), Choice.LEFT);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        withdraw(NOON, round, ann);
        assertThat(fresh(round).status).isEqualTo(Round.Status.OPEN);
        vote(NOON, round, ann, offered(NOON, round, ann), Choice.NEITHER);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
    }

    @Test
    void doesNotCountASkipAndDoesNotShowThePairAgain() {
        Round round = round(1, 1);
        BlindPair shown = offered(NOON, round, ann);
        vote(NOON, round, ann, shown, Choice.SKIP);
        assertThat(counted(round)).isZero();
        assertThat(own(round, ann).skips).isOne();
        assertThat(next(NOON, round, ann)).isInstanceOf(Turn.Nothing.class);
        vote(NOON, round, ben, offered(NOON, round, ben), Choice.LEFT);
        assertThatThrownBy(() -> withdraw(NOON, round, ann)).isInstanceOf(PairGoneException.class);
    }

    @Test
    void knowsNoAssignmentOfSomebodyElse() {
        Round round = round(1, 3);
        BlindPair anns = offered(NOON, round, ann);
        offered(NOON, round, ben);
        assertThatThrownBy(() -> vote(NOON, round, ben, anns, Choice.LEFT))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.UNKNOWN));
        Round another = round(1, 3);
        offered(NOON, another, ann);
        assertThatThrownBy(() -> vote(NOON, another, ann, anns, Choice.LEFT))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.UNKNOWN));
    }

    @Test
    void takesNoVoteOnAClosedRoundButSaysYesToOneItHas() {
        Round round = round(2, 1);
        BlindPair first = offered(NOON, round, ann);
        vote(NOON, round, ann, first, Choice.LEFT);
        BlindPair second = offered(NOON, round, ann);
        QuarkusTransaction.requiringNew().run(() -> Round.get(round.id).close(admin(), NOON));
        assertThat(next(NOON, round, ann)).isInstanceOf(Turn.Closed.class);
        assertThatThrownBy(() -> vote(NOON, round, ann, second, Choice.LEFT)).isInstanceOf(RoundClosedException.class);
        assertThat(vote(NOON, round, ann, first, Choice.LEFT)).isEqualTo(Receipt.SAME);
        QuarkusTransaction.requiringNew().run(() -> Round.get(round.id).reopen(Instant.EPOCH));
        assertThat(vote(NOON, round, ann, second, Choice.LEFT)).isEqualTo(Receipt.NEW);
    }

    private static Round round(int pairs, int votes) {
        List<String> models = Poems.duel(pairs).models();
        RoundDraft draft =
                new RoundDraft("round " + UUID.randomUUID(), "", "", Pairing.MODEL_VS_MODEL, models, pairs, votes);
        return QuarkusTransaction.requiringNew().call(() -> Round.open(draft, admin(), NOON));
    }

    private static Account admin() {
        return Account.findByName(Person.ADMIN.name()).orElseThrow();
    }

    private static BlindPair offered(Instant now, Round round, UUID rater) {
        return ((Turn.Offered) next(now, round, rater)).pair();
    }

    private static Turn next(Instant now, Round round, UUID rater) {
        return new Turns(Clock.fixed(now, ZoneOffset.UTC), TEN_MINUTES).next(round.id, rater);
    }

    private static Receipt vote(Instant now, Round round, UUID rater, BlindPair pair, Choice choice) {
        return QuarkusTransaction.requiringNew()
                .call(() -> voting(now).cast(round.id, rater, pair.assignment(), choice));
    }

    private static void withdraw(Instant now, Round round, UUID rater) {
        QuarkusTransaction.requiringNew().run(() -> voting(now).withdrawLast(round.id, rater));
    }

    private static Voting voting(Instant now) {
        return new Voting(Clock.fixed(now, ZoneOffset.UTC), TEN_MINUTES, TEN_MINUTES);
    }

    private static Round fresh(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> Round.get(round.id));
    }

    private static int counted(Round round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pair.<Pair>list("roundId", round.id).stream()
                        .mapToInt(pair -> pair.votes)
                        .sum());
    }

    private static Participation own(Round round, UUID rater) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participation.of(round.id, rater).orElseThrow());
    }
}
