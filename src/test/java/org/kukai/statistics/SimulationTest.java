package org.kukai.statistics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulations of {@code docs/statistics.md} in small: the same code with fewer rounds. Seeds are fixed, so the outcome changes only
 * with the code. Coverage is held to the 95 ± 2 % of that document, that of shares, of which 4,000 are cheap, to 95 ± 1 %. An interval for alpha, the
 * dearest, is simulated in 400 rounds, so its share has a standard error of 1.1 %: a change of the code that leaves it as good may come out
 * beyond by chance. Then the full simulation decides.
 */
class SimulationTest {
    private static final long SEED = 7;

    @Test
    void intervalsOfModelsHoldTheTruthOnlyWhenVotesOnOnePairCountAsOneCluster() {
        Coverage.OfModels held = Coverage.ofModels(1000, 60, 2, SEED);
        assertThat(held.clustered().share()).isBetween(0.93, 0.97);
        assertThat(held.independent().share()).isBetween(0.8, 0.88);
    }

    @Test
    void intervalsOfPoemsAlphaAndSharesHoldTheTruth() {
        assertThat(Coverage.ofPoems(200, 1, 5, 2, false, SEED).share()).isBetween(0.93, 0.97);
        assertThat(Coverage.ofAlpha(400, 50, 2, SEED).share()).isBetween(0.93, 0.97);
        assertThat(Coverage.ofShares(4000, 40, SEED).share()).isBetween(0.94, 0.96);
    }

    @Test
    void intervalsOfPoemsHoldTheTruthThoughNobodyKnowsHowFarPoemsDiffer() {
        assertThat(Coverage.ofPoems(4, 30, 5, 1, false, SEED).share()).isBetween(0.93, 0.97);
        assertThat(Coverage.ofPoems(4, 30, 5, 4, false, SEED).share()).isBetween(0.93, 0.97);
        assertThat(Coverage.ofPoems(4, 30, 3, 2, true, SEED).share()).isBetween(0.93, 0.97);
    }

    @Test
    void activePairingNeedsFewerVotesThanRandomPairing() {
        PairingRace race = new PairingRace(20, 16, 3, false, SEED);
        double active = race.active(1);
        assertThat(active / race.random(1)).isLessThan(0.85);
        assertThat(active / race.random(3)).isLessThan(0.6);
        assertThat(active).isGreaterThan(race.floor());
    }

    @Test
    void addingPairsInTheProgramsBatchesCostsFewVotesUnlessASmallRoundHasManyRaters() {
        PairingRace race = new PairingRace(60, 16, 3, false, SEED);
        double active = race.active(1);
        assertThat(race.inBatches(40, 60) / active).as("40 raters, 60 prompts").isLessThan(1.1);
        assertThat(race.inBatches(1, 1) / active).as("a rater, a prompt").isLessThan(1.1);
        assertThat(race.inBatches(20, 1) / active).as("20 raters, a prompt").isGreaterThan(1.1);
    }

    @Test
    void oddRatersAreFoundAndOthersAreLeftInPeace() {
        OddRaters.Found sided = new OddRaters(100, 0.8, false).run(50, SEED);
        assertThat(sided.bySide()).isGreaterThan(0.9);
        assertThat(sided.falseBySide()).isLessThan(0.12);
        OddRaters.Found clicking = new OddRaters(100, 0.5, true).run(50, SEED);
        assertThat(clicking.byAgreement()).isGreaterThan(0.75);
        assertThat(clicking.falseByAgreement()).isLessThan(0.12);
    }
}
