package org.kukai.dataset;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JudgementTest {
    private static final Poem BEST = poem("best", 4, true, false);
    private static final Poem GOOD = poem("good", 4, false, false);
    private static final Poem TALKATIVE = poem("talkative", 4, false, true);
    private static final Poem POOR = poem("poor", 2, false, false);
    private static final Poem BROKEN = poem("broken", 0, false, true);

    @Test
    void prefersTheHigherScoreWhenTheGapIsLargeEnough() {
        assertThat(judge(Policy.FORM, unvoted(POOR, BEST))).isEqualTo("best > poor by form");
        assertThat(judge(Policy.FORM, unvoted(BEST, BROKEN))).isEqualTo("best > broken by form");
        assertThat(judge(terms(Policy.FORM, 3), unvoted(POOR, BEST))).isEqualTo("SMALL_GAP");
    }

    @Test
    void prefersTheStrictOneBetweenEqualsAndThenTheOneWithoutChatter() {
        Terms anyGap = terms(Policy.FORM, 0);
        assertThat(judge(anyGap, unvoted(GOOD, BEST))).isEqualTo("best > good by form");
        assertThat(judge(anyGap, unvoted(GOOD, TALKATIVE))).isEqualTo("good > talkative by form");
        assertThat(judge(anyGap, unvoted(GOOD, poem("other", 4, false, false)))).isEqualTo("TIE");
    }

    @Test
    void letsAMajorityAtQuorumAndAgreementDecide() {
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 0, 2, 0, 0))).isEqualTo("poor > best by human");
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 1, 0, 0, 0))).isEqualTo("BELOW_QUORUM");
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 0, 0, 0, 0))).isEqualTo("BELOW_QUORUM");
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 2, 1, 1, 0))).isEqualTo("LOW_AGREEMENT");
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 3, 1, 1, 0))).isEqualTo("best > poor by human");
    }

    @Test
    void takesMoreThanHalfOfTheVotesForAMajorityHoweverLittleAgreementIsAskedFor() {
        Terms anyShare = new Terms(Policy.HUMAN, 2, 2, 0, 0.1, Licence.CC_BY_4_0);
        assertThat(judge(anyShare, voted(BEST, POOR, 0, 2, 1, 1))).isEqualTo("LOW_AGREEMENT");
        assertThat(judge(anyShare, voted(BEST, POOR, 1, 3, 1, 0))).isEqualTo("poor > best by human");
        assertThat(judge(anyShare, voted(BEST, POOR, 1, 1, 0, 2))).isEqualTo("LOW_AGREEMENT");
        Terms both = new Terms(Policy.COMBINED, 2, 2, 0, 0.1, Licence.CC_BY_4_0);
        assertThat(judge(both, voted(BEST, POOR, 0, 2, 1, 1))).isEqualTo("best > poor by form");
    }

    @Test
    void neverLetsATieOut() {
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 2, 2, 0, 0))).isEqualTo("TIE");
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 1, 0, 2, 0))).isEqualTo("TIE");
        assertThat(judge(Policy.HUMAN, voted(BEST, POOR, 0, 0, 0, 3))).isEqualTo("NEITHER");
        assertThat(judge(Policy.COMBINED, voted(BEST, POOR, 0, 0, 2, 0))).isEqualTo("TIE");
        assertThat(judge(Policy.COMBINED, voted(BEST, POOR, 0, 0, 0, 2))).isEqualTo("NEITHER");
        assertThat(judge(Policy.COMBINED, voted(GOOD, TALKATIVE, 1, 1, 0, 0))).isEqualTo("TIE");
    }

    @Test
    void letsPeopleWinOverFormAndSaysSo() {
        assertThat(judge(Policy.COMBINED, voted(BEST, POOR, 0, 3, 0, 0))).isEqualTo("poor > best by human");
        assertThat(judge(Policy.COMBINED, voted(BEST, POOR, 3, 0, 0, 0))).isEqualTo("best > poor by combined");
    }

    @Test
    void fallsBackOnFormWhereNoMajorityDecided() {
        assertThat(judge(Policy.COMBINED, voted(BEST, POOR, 0, 1, 0, 0))).isEqualTo("best > poor by form");
        assertThat(judge(Policy.COMBINED, voted(BEST, POOR, 1, 1, 0, 0))).isEqualTo("best > poor by form");
        assertThat(judge(Policy.COMBINED, voted(BEST, GOOD, 0, 1, 0, 0))).isEqualTo("BELOW_QUORUM");
        assertThat(judge(Policy.COMBINED, unvoted(BEST, GOOD))).isEqualTo("SMALL_GAP");
    }

    @Test
    void dropsHeldOutPromptsEmptyTextsAndTheSameTextTwice() {
        assertThat(judge(Policy.FORM, new CandidatePair(UUID.randomUUID(), "p", true, BEST, POOR, false, Votes.NONE)))
                .isEqualTo("HELD_OUT");
        assertThat(judge(
                        Policy.FORM,
                        unvoted(
                                BEST,
                                new Poem(
                                        UUID.randomUUID(),
                                        "…",
                                        0,
                                        false,
                                        true,
                                        Poem.NOTHING_SPOKEN,
                                        "s",
                                        null,
                                        null,
                                        null))))
                .isEqualTo("EMPTY");
        assertThat(judge(Policy.FORM, unvoted(BEST, BEST))).isEqualTo("SAME_TEXT");
        assertThat(judge(Policy.FORM, unvoted(BEST, null))).isEqualTo("ONE_POEM");
        assertThat(judge(Policy.FORM, unvoted(null, null))).isEqualTo("EMPTY");
    }

    @Test
    void anAdminsWordTakesThePlaceOfTheVotes() {
        assertThat(judge(Policy.HUMAN, adjudged(CandidatePair.Adjudged.LOW, false)))
                .isEqualTo("poor > best by human");
        assertThat(judge(Policy.COMBINED, adjudged(CandidatePair.Adjudged.HIGH, false)))
                .isEqualTo("best > poor by combined");
        assertThat(judge(Policy.HUMAN, adjudged(CandidatePair.Adjudged.TIE, false)))
                .isEqualTo("TIE");
        assertThat(judge(Policy.HUMAN, adjudged(CandidatePair.Adjudged.NEITHER, false)))
                .isEqualTo("NEITHER");
        assertThat(judge(Policy.COMBINED, adjudged(CandidatePair.Adjudged.DROP, false)))
                .isEqualTo("WITHDRAWN");
        assertThat(judge(Policy.HUMAN, adjudged(CandidatePair.Adjudged.LOW, true)))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void countsEachVoteForTheWeightOfItsRater() {
        assertThat(judge(Policy.HUMAN, weighed(new Votes(2, 1, 0, 0), new Votes(40, 100, 0, 0))))
                .isEqualTo("BELOW_QUORUM");
        assertThat(judge(Policy.HUMAN, weighed(new Votes(3, 2, 0, 0), new Votes(60, 200, 0, 0))))
                .isEqualTo("best > poor by human");
        assertThat(judge(Policy.HUMAN, weighed(new Votes(2, 1, 0, 0), new Votes(100, 100, 0, 0))))
                .isEqualTo("TIE");
        assertThat(judge(Policy.HUMAN, weighed(new Votes(1, 2, 2, 0), new Votes(20, 200, 190, 0))))
                .isEqualTo("LOW_AGREEMENT");
        assertThat(judge(Policy.COMBINED, weighed(new Votes(2, 1, 0, 0), new Votes(200, 50, 0, 0))))
                .isEqualTo("poor > best by human");
    }

    private static CandidatePair weighed(Votes heads, Votes hundredths) {
        return new CandidatePair(UUID.randomUUID(), "p", false, POOR, BEST, true, heads, hundredths, null, false);
    }

    private static CandidatePair adjudged(CandidatePair.Adjudged adjudged, boolean withdrawn) {
        Votes split = new Votes(1, 1, 0, 0);
        return new CandidatePair(
                UUID.randomUUID(), "p", false, POOR, BEST, true, split, split.inHundredths(), adjudged, withdrawn);
    }

    private static String judge(Policy policy, CandidatePair pair) {
        return judge(terms(policy, 2), pair);
    }

    private static String judge(Terms terms, CandidatePair pair) {
        return switch (new Judgement(terms).of(pair)) {
            case Outcome.Dropped drop -> drop.reason().name();
            case Outcome.Preferred preferred ->
                preferred.chosen().text() + " > " + preferred.rejected().text() + " by "
                        + preferred.source().spelled();
        };
    }

    private static Terms terms(Policy policy, int gap) {
        return new Terms(policy, gap, 2, 0.6, 0.1, Licence.CC_BY_4_0);
    }

    private static CandidatePair unvoted(@Nullable Poem first, @Nullable Poem second) {
        return new CandidatePair(UUID.randomUUID(), "p", false, first, second, false, Votes.NONE);
    }

    private static CandidatePair voted(Poem first, Poem second, int forFirst, int forSecond, int tie, int neither) {
        Votes votes = new Votes(forFirst, forSecond, tie, neither);
        return new CandidatePair(UUID.randomUUID(), "p", false, first, second, true, votes);
    }

    private static Poem poem(String text, int score, boolean strict, boolean chatter) {
        return new Poem(UUID.randomUUID(), text, score, strict, chatter, "print of " + text, "s", "m", "sys", null);
    }
}
