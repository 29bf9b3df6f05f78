package org.kukai.annotation.review;

import java.util.List;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.annotation.Answer;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundProgress;
import org.kukai.annotation.Turn;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class AdjudicationsTest extends ReviewedRounds {
    @Test
    void aSplitPairIsDecidedUndoneAndDropped() {
        Round round = round(1, 2);
        walk(round, ann, Choice.TIE);
        walk(round, ben, Choice.NEITHER);
        SplitPair pair = adjudications.split(round.id, 0, 10).getFirst();
        assertThat(pair.ties() + pair.neithers()).isEqualTo(2);
        assertThatThrownBy(() -> writers.tell(round.id, pair.pair(), admin))
                .hasMessageContaining("Decide the pair first");
        UUID decision = adjudications.decide(round.id, pair.pair(), Adjudication.FIRST, "clearer image", admin);
        assertThat(adjudications.countSplit(round.id)).isZero();
        assertThat(adjudications.decided(round.id, 0, 10)).singleElement().satisfies(one -> {
            assertThat(one.decided()).isEqualTo(Adjudication.FIRST);
            assertThat(one.reason()).isEqualTo("clearer image");
        });
        assertThat(writers.tell(round.id, pair.pair(), admin).first()).isNotNull();
        assertThat(number(
                        "select count(*) from adjudicated_pair j join pair p on p.prompt_id = j.prompt_id where p.round_id = ?1",
                        round))
                .isOne();
        adjudications.undo(decision, admin);
        assertThat(adjudications.countSplit(round.id)).isOne();
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isEqualTo(2);
    }

    @Test
    void onlyASplitPairIsDecidedAndOneOfAFlaggedPoemDropped() {
        Round open = round(1, 3);
        walk(open, ann, Choice.TIE);
        refuses(open, Adjudication.FIRST, "it has 1 of the 3 votes that it needs");
        refuses(open, Adjudication.DROP, "it has 1 of the 3 votes that it needs");
        Round decided = round(1, 2);
        walk(decided, ann, Choice.TIE);
        walk(decided, ben, Choice.TIE);
        assertThat(adjudications.countSplit(decided.id)).isZero();
        refuses(decided, Adjudication.SECOND, "of its 2 votes 2 say the same");
        flag(decided);
        refuses(decided, Adjudication.SECOND, "of its 2 votes 2 say the same");
        flag(open);
        UUID pair = id("select id from pair where round_id = ?1", open);
        adjudications.decide(open.id, pair, Adjudication.DROP, "copied", admin);
        assertThatThrownBy(() -> writers.tell(open.id, pair, admin)).hasMessageContaining("does not have its votes");
        refuses(open, Adjudication.FIRST, "decided already");
    }

    @Test
    void whoeverWasToldWhoWroteAPairDecidesItNoMore() {
        Round round = round(1, 2);
        walk(round, ann, Choice.TIE);
        walk(round, ben, Choice.NEITHER);
        UUID pair = id("select id from pair where round_id = ?1", round);
        UUID blind = adjudications.decide(round.id, pair, Adjudication.FIRST, "image", admin);
        adjudications.undo(blind, admin);
        UUID again = adjudications.decide(round.id, pair, Adjudication.SECOND, "image", admin);
        writers.tell(round.id, pair, admin);
        refuses(round, Adjudication.FIRST, "decided already");
        adjudications.undo(again, admin);
        refuses(round, Adjudication.FIRST, "You were told who wrote these poems");
        assertThat(adjudications.split(round.id, 0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.told()).containsExactly("admin"));
        UUID other = Person.idOfNewRater();
        adjudications.decide(round.id, pair, Adjudication.TIE, "both fine", other);
        assertThat(adjudications.decided(round.id, 0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.told()).containsExactly("admin"));
    }

    private void refuses(Round round, Adjudication decision, String why) {
        UUID pair = id("select id from pair where round_id = ?1", round);
        assertThatThrownBy(() -> adjudications.decide(round.id, pair, decision, "why not", admin))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aDroppedPairIsAskedNoMoreUntilThatIsUndone() {
        Round round = round(1, 3);
        walk(round, ann, Choice.LEFT);
        flag(round);
        UUID pair = id("select id from pair where round_id = ?1", round);
        UUID drop = adjudications.decide(round.id, pair, Adjudication.DROP, "copied", admin);
        assertThat(turns.next(round.id, ben)).isInstanceOf(Turn.Nothing.class);
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
        adjudications.undo(drop, admin);
        assertThat(status(round)).isEqualTo(Round.Status.OPEN);
        assertThat(walk(round, ben, Choice.LEFT)).isOne();
    }

    @Test
    void aVoteOnAPairThatIsDroppedMeanwhileCountsAndDoesNotBringItBack() {
        Round round = round(1, 3);
        UUID held = ((Turn.Offered) turns.next(round.id, ann)).pair().assignment();
        flag(round);
        UUID pair = id("select id from pair where round_id = ?1", round);
        UUID drop = adjudications.decide(round.id, pair, Adjudication.DROP, "copied", admin);
        sitting.answer(round.id, ann, Answer.of(held, Choice.LEFT), null).join();
        assertThat(number("select votes from pair where round_id = ?1", round)).isOne();
        assertThat(turns.next(round.id, ben)).isInstanceOf(Turn.Nothing.class);
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 1, 1, 1, 1));
        adjudications.undo(drop, admin);
        assertThat(progress(round)).isEqualTo(new RoundProgress(1, 0, 1, 3, 1));
        assertThat(walk(round, ben, Choice.LEFT)).isOne();
    }

    @Test
    void aPairWithAWithdrawnPoemIsGivenToNobodyAndKeepsItsVotes() {
        Round round = round(3, 2);
        walk(round, ann, Choice.LEFT);
        UUID haiku = id("select second_id from pair where round_id = ?1 and position = 2", round);
        UUID decision = poems.decide(haiku, true, "it is Basho's", admin);
        assertThat(adjudications.takenOut(round.id, 0, 10)).singleElement().satisfies(one -> {
            assertThat(one.secondWithdrawn()).isTrue();
            assertThat(one.firstWithdrawn()).isFalse();
            assertThat(one.firsts() + one.seconds()).isOne();
        });
        assertThat(progress(round)).isEqualTo(new RoundProgress(3, 1, 3, 5, 1));
        assertThat(walk(round, ben, Choice.LEFT)).isEqualTo(2);
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isEqualTo(5);
        poems.undo(decision, admin);
        assertThat(status(round)).isEqualTo(Round.Status.OPEN);
        assertThat(adjudications.countTakenOut(round.id)).isZero();
        assertThat(progress(round)).isEqualTo(new RoundProgress(3, 2, 5, 6, 2));
        assertThat(walk(round, ben, Choice.LEFT)).isOne();
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
    }

    @Test
    void whatIsHeldOfAPairWithAWithdrawnPoemIsNotShownAgain() {
        Round round = round(2, 2);
        UUID held = ((Turn.Offered) turns.next(round.id, ann)).pair().assignment();
        UUID haiku =
                id("select p.first_id from pair p join assignment a on a.pair_id = p.id where p.round_id = ?1", round);
        poems.decide(haiku, true, "offensive", admin);
        UUID other = ((Turn.Offered) turns.next(round.id, ann)).pair().assignment();
        assertThat(other).isNotEqualTo(held);
        voting.cast(round.id, ann, held, Choice.LEFT);
        assertThat(walk(round, ann, Choice.LEFT)).isOne();
        assertThat(walk(round, ben, Choice.LEFT)).isOne();
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
        assertThat(progress(round)).isEqualTo(new RoundProgress(2, 2, 3, 3, 2));
    }

    @Test
    void aPoemThatSaysTheSameAsAWithdrawnOneIsPairedNoMore() {
        List<String> models = Poems.duel(1).models();
        Round round = round(models, 1, 1);
        UUID haiku = id("select first_id from pair where round_id = ?1", round);
        UUID twin = QuarkusTransaction.requiringNew().call(() -> (UUID) Round.getEntityManager()
                .createNativeQuery("""
                        insert into haiku (id, prompt_id, text, score, strict575, chatter, scorer, fingerprint, created_at)
                        select uuid7(), prompt_id, text, score, strict575, chatter, scorer, fingerprint, created_at
                        from haiku where id = ?1 returning id""", UUID.class)
                .setParameter(1, haiku)
                .getSingleResult());
        poems.decide(twin, true, "copied", admin);
        assertThat(adjudications.countTakenOut(round.id)).isOne();
        assertThatThrownBy(() -> round(models, 1, 1)).hasMessageContaining("No pair can be made");
    }

    @Test
    void aFlaggedPoemWaitsUntilItIsDecidedAndAWithdrawnOneIsPairedNoMore() {
        List<String> models = Poems.duel(1).models();
        Round round = round(models, 1, 1);
        walk(round, ann, Choice.LEFT);
        UUID haiku = id("select first_id from pair where round_id = ?1", round);
        flag(round);
        assertThat(poems.waiting(round.id, "COPIED", 0, 10)).singleElement().satisfies(one -> {
            assertThat(one.haiku()).isEqualTo(haiku);
            assertThat(one.said()).containsExactly("copied: Basho");
            assertThat(one.isDecided()).isFalse();
        });
        assertThat(poems.countWaiting(round.id, "OFFENSIVE")).isZero();
        UUID decision = poems.decide(haiku, true, "it is Basho's", admin);
        assertThat(poems.countWaiting(round.id, null)).isZero();
        assertThat(poems.decided(0, 50)).anySatisfy(one -> {
            assertThat(one.haiku()).isEqualTo(haiku);
            assertThat(one.withdrawn()).isTrue();
        });
        assertThatThrownBy(() -> round(models, 1, 1)).hasMessageContaining("No pair can be made");
        poems.undo(decision, admin);
        assertThat(poems.countWaiting(round.id, null)).isOne();
        assertThat(round(models, 1, 1).pairs).isOne();
    }

    @Test
    void aDecidedPoemIsDecidedAnewOnlyWhenItWaitsAgain() {
        Round round = round(1, 2);
        walk(round, ann, Choice.LEFT);
        UUID haiku = id("select first_id from pair where round_id = ?1", round);
        flag(round);
        UUID decision = poems.decide(haiku, true, "it is Basho's", admin);
        assertThatThrownBy(() -> poems.decide(haiku, false, "it is not", admin))
                .hasMessage("This poem is decided already. Undo that decision first.");
        poems.undo(decision, admin);
        assertThat(poems.countWaiting(round.id, null)).isOne();
        poems.decide(haiku, false, "it is not", admin);
        walk(round, ben, Choice.LEFT);
        flag(round);
        assertThat(poems.countWaiting(round.id, null)).isOne();
        poems.decide(haiku, true, "it is, though", admin);
        assertThat(poems.countWaiting(round.id, null)).isZero();
    }
}
