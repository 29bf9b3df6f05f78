package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class AdaptiveVotesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final UUID ann = Person.idOfNewRater();
    private final UUID ben = Person.idOfNewRater();
    private final UUID cem = Person.idOfNewRater();

    @Test
    void settlesAPairEarlyWhenTheResultCannotChange() {
        Round round = open(1, 3, 0, true);
        say(round, ann, Preference.FIRST, NOON);
        say(round, ben, Preference.FIRST, NOON);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        assertThat(next(round, cem, NOON)).isInstanceOf(Turn.Nothing.class);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 1, 2, 2, 2));
    }

    @Test
    void asksAgainWhenAVoteThatSettledAPairEarlyIsTakenBack() {
        Round round = open(1, 3, 0, true);
        say(round, ann, Preference.FIRST, NOON);
        say(round, ben, Preference.FIRST, NOON);
        withdraw(round, ben, NOON);
        assertThat(fresh(round).status).isEqualTo(Round.Status.OPEN);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 0, 1, 3, 1));
        say(round, cem, Preference.SECOND, NOON);
        say(round, ben, Preference.SECOND, NOON);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 1, 3, 3, 3));
    }

    @Test
    void countsTheVoteOfWhoeverLookedAtThePairWhenItWasSettledEarly() {
        Round round = open(1, 3, 0, true);
        Turn.Offered cems = (Turn.Offered) next(round, cem, NOON);
        say(round, ann, Preference.FIRST, NOON);
        say(round, ben, Preference.FIRST, NOON);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        vote(round, cem, cems.pair().assignment(), Choice.TIE, NOON);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 1, 3, 3, 3));
    }

    @Test
    void givesNobodyThePairThatWasSettledEarlyWhenALeaseOnItEnds() {
        Round round = open(1, 3, 0, true);
        next(round, cem, NOON);
        say(round, ann, Preference.FIRST, NOON);
        say(round, ben, Preference.FIRST, NOON);
        Instant later = NOON.plus(TEN_MINUTES).plusSeconds(1);
        assertThat(next(round, Person.idOfNewRater(), later)).isInstanceOf(Turn.Nothing.class);
        assertThat(onlyPair(round).wanted).isEqualTo(2);
    }

    @Test
    void asksOneMoreRaterWhileNoAnswerLeadsUpToTheMost() {
        Round round = open(1, 2, 2, false);
        say(round, ann, Preference.FIRST, NOON);
        say(round, ben, Preference.SECOND, NOON);
        assertThat(fresh(round).status).isEqualTo(Round.Status.OPEN);
        assertThat(progress(round).votesWanted()).isEqualTo(3);
        say(round, cem, Preference.TIE, NOON);
        say(round, Person.idOfNewRater(), Preference.NEITHER, NOON);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 1, 4, 4, 4));
        assertThat(next(round, Person.idOfNewRater(), NOON)).isInstanceOf(Turn.Nothing.class);
    }

    @Test
    void takesTheFurtherVoteBackWithTheVoteThatCausedIt() {
        Round round = open(1, 2, 3, false);
        say(round, ann, Preference.FIRST, NOON);
        UUID bens = say(round, ben, Preference.SECOND, NOON);
        assertThat(onlyPair(round).wanted).isEqualTo(3);
        boolean left = QuarkusTransaction.requiringNew().call(() -> Assignment.<Assignment>findById(bens).firstOnLeft);
        vote(round, ben, bens, left ? Choice.LEFT : Choice.RIGHT, NOON);
        assertThat(onlyPair(round).wanted).isEqualTo(2);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        assertThat(progress(round).votesWanted()).isEqualTo(2);
    }

    @Test
    void opensThePairAgainWhenItsDecidingVoteBecomesASkip() {
        Round round = open(1, 3, 0, true);
        say(round, ann, Preference.TIE, NOON);
        UUID bens = say(round, ben, Preference.TIE, NOON);
        vote(round, ben, bens, Choice.SKIP, NOON);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 0, 1, 3, 1));
        assertThat(fresh(round).status).isEqualTo(Round.Status.OPEN);
    }

    private static Round open(int pairs, int usual, int more, boolean early) {
        RoundRules rules = new RoundRules(more, early, null, null, 1, null);
        return RoundsTest.open(Poems.duel(pairs).models(), pairs, usual, rules);
    }

    private static UUID say(Round round, UUID rater, Preference said, Instant now) {
        Turn.Offered offered = (Turn.Offered) next(round, rater, now);
        UUID id = offered.pair().assignment();
        boolean firstOnLeft =
                QuarkusTransaction.requiringNew().call(() -> Assignment.<Assignment>findById(id).firstOnLeft);
        Choice choice = Stream.of(Choice.values())
                .filter(c -> c != Choice.SKIP && Preference.of(c, firstOnLeft) == said)
                .findFirst()
                .orElseThrow();
        vote(round, rater, id, choice, now);
        return id;
    }

    private static Turn next(Round round, UUID rater, Instant now) {
        return new Turns(Clock.fixed(now, ZoneOffset.UTC), TEN_MINUTES).next(round.id, rater);
    }

    private static void vote(Round round, UUID rater, UUID assignment, Choice choice, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> voting(now).cast(round.id, rater, assignment, choice));
    }

    private static void withdraw(Round round, UUID rater, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> voting(now).withdrawLast(round.id, rater));
    }

    private static Voting voting(Instant now) {
        return new Voting(Clock.fixed(now, ZoneOffset.UTC), TEN_MINUTES, TEN_MINUTES);
    }

    private static Round fresh(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> Round.get(round.id));
    }

    private static RoundProgress progress(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> RoundProgress.of(Round.get(round.id)));
    }

    private static Pair onlyPair(Round round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pair.<Pair>find("roundId", round.id).singleResult());
    }
}
