package org.kukai.annotation.review;

import java.math.BigDecimal;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Round;
import org.kukai.annotation.Turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class RaterDecisionsTest extends ReviewedRounds {
    @Test
    void theVotesOfAnExcludedRaterCountNowhereAndTheirPairsAreAskedAgain() {
        Round round = round(4, 1);
        walk(round, ann, Choice.LEFT);
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
        decisions.decide(ann, round.id, OUT, "clicks", admin);
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isZero();
        assertThat(number("select sum(votes) + sum(firsts) + sum(seconds) from pair where round_id = ?1", round))
                .isZero();
        assertThat(status(round)).isEqualTo(Round.Status.OPEN);
        assertThat(progress(round).votes()).isZero();
        assertThat(progress(round).settled()).isZero();
        assertThat(number("select count(*) from vote where round_id = ?1", round))
                .isEqualTo(4);
        assertThat(walk(round, ben, Choice.RIGHT)).isEqualTo(4);
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isEqualTo(4);
    }

    @Test
    void undoingAnExclusionBringsTheVotesBackToPairsThatOthersHaveFilled() {
        Round round = round(4, 1);
        walk(round, ann, Choice.LEFT);
        UUID decision = decisions.decide(ann, round.id, OUT, "clicks", admin);
        walk(round, ben, Choice.LEFT);
        decisions.undo(decision, admin);
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isEqualTo(8);
        assertThat(number("select sum(votes) from pair where round_id = ?1", round))
                .isEqualTo(8);
        assertThat(number("select count(*) from pair where round_id = ?1 and settled_at is null", round))
                .isZero();
        assertThat(progress(round).votes()).isEqualTo(8);
        assertThat(progress(round).settled()).isEqualTo(4);
        assertThat(status(round)).isEqualTo(Round.Status.SETTLED);
        assertThat(decisions.about(ann, round.id)).singleElement().satisfies(one -> {
            assertThat(one.isUndone()).isTrue();
            assertThat(one.reason()).isEqualTo("clicks");
        });
        assertThatThrownBy(() -> decisions.undo(decision, admin)).hasMessageContaining("undone already");
    }

    @Test
    void anExcludedRaterGetsNoPairAndCannotVote() {
        Round round = round(4, 2);
        UUID held = ((Turn.Offered) turns.next(round.id, ann)).pair().assignment();
        decisions.decide(ann, null, OUT, "clicks everywhere", admin);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Nothing.class);
        assertThatThrownBy(() -> voting.cast(round.id, ann, held, Choice.LEFT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no more votes from you");
        assertThat(number("select sum(held) from pair where round_id = ?1", round))
                .isZero();
        Round later = round(2, 1);
        assertThat(turns.next(later.id, ann)).isInstanceOf(Turn.Nothing.class);
    }

    @Test
    void theLowerOfTheRoundsAndTheGeneralWeightCountsAndTheLastOfEachStands() {
        Round round = round(2, 1);
        walk(round, ann, Choice.LEFT);
        decisions.decide(ann, round.id, new BigDecimal("0.2"), "first", admin);
        UUID half = decisions.decide(ann, round.id, new BigDecimal("0.5"), "second", admin);
        assertThat(weight(round)).isEqualByComparingTo("0.5");
        UUID general = decisions.decide(ann, null, new BigDecimal("0.3"), "general", admin);
        assertThat(weight(round)).isEqualByComparingTo("0.3");
        decisions.undo(general, admin);
        decisions.undo(half, admin);
        assertThat(weight(round)).isEqualByComparingTo("0.2");
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isEqualTo(2);
    }

    @Test
    void aDecisionNeedsAReasonAndAWeightFromNoneToOne() {
        Round round = round(1, 1);
        assertThatThrownBy(() -> decisions.decide(ann, round.id, OUT, "  ", admin))
                .hasMessageContaining("Say why");
        assertThatThrownBy(() -> decisions.decide(ann, round.id, new BigDecimal("1.1"), "x", admin))
                .hasMessageContaining("from 0");
        assertThatThrownBy(() -> decisions.undo(UUID.randomUUID(), admin)).hasMessageContaining("no decision");
    }

    @Test
    void whatAPairNeedsIsTheSameInSqlAsInTheProgram() {
        for (int usual = 1; usual <= 4; usual++) {
            for (int more = 0; more <= 2; more++) {
                for (boolean early : new boolean[] {false, true}) {
                    assertThat(mismatches(usual, more, early))
                            .as("%s %s %s", usual, more, early)
                            .isZero();
                }
            }
        }
    }
}
