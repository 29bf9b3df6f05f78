package org.kukai.statistics;

import org.junit.jupiter.api.Test;

/**
 * Runs the simulations at full size and prints the tables of {@code docs/statistics.md}, when it is asked for by its name; the system
 * property {@code rounds} says how many rounds to simulate.
 */
class StatisticsSimulation {
    private static final long SEED = 20261120;

    @Test
    void printsTheTables() {
        int replications = Integer.getInteger("rounds", 1000);
        say("Intervals of 95 %%, %d rounds each".formatted(replications));
        for (int prompts : new int[] {30, 100, 400}) {
            for (double spread : new double[] {0, 1, 2}) {
                Coverage.OfModels held = Coverage.ofModels(replications, prompts, spread, SEED);
                say("| models | %d prompts, spread of poems %.0f | %.1f %% | as if votes were independent: %.1f %% |"
                        .formatted(
                                prompts,
                                spread,
                                100 * held.clustered().share(),
                                100 * held.independent().share()));
            }
        }
        for (int prompts : new int[] {1, 30}) {
            for (double spread : new double[] {1, 2, 4}) {
                for (int votes : new int[] {2, 5, 10}) {
                    poems(replications, prompts, votes, spread, false);
                }
            }
        }
        for (double spread : new double[] {1, 2, 4}) {
            poems(replications, 30, 3, spread, true);
        }
        for (int pairs : new int[] {50, 200, 1000}) {
            for (double spread : new double[] {1, 3}) {
                say("| alpha | %d pairs, alpha %.2f | %.1f %% |"
                        .formatted(
                                pairs,
                                SimulatedVotes.alpha(spread, 0.5),
                                100
                                        * Coverage.ofAlpha(replications, pairs, spread, SEED)
                                                .share()));
            }
        }
        for (int trials : new int[] {20, 100, 1000}) {
            say("| Wilson | %d trials | %.1f %% |"
                    .formatted(
                            trials,
                            100
                                    * Coverage.ofShares(10 * replications, trials, SEED)
                                            .share()));
        }
        say("Votes for each poem until a rank correlation of 0.9; in batches: 40 raters in one round of all prompts");
        for (double spread : new double[] {1, 1.5, 2, 3, 5}) {
            race(new PairingRace(100, 20, spread, false, SEED));
            race(new PairingRace(50, 40, spread, false, SEED));
        }
        race(new PairingRace(100, 20, 2, true, SEED));
        say("Odd raters, %d rounds each".formatted(replications / 2));
        for (int votes : new int[] {30, 60, 100, 200}) {
            for (double left : new double[] {0.5, 0.7, 0.8}) {
                find(new OddRaters(votes, left, false), replications / 2);
            }
            find(new OddRaters(votes, 0.5, true), replications / 2);
        }
    }

    private static void poems(int replications, int prompts, int votes, double spread, boolean active) {
        int rounds = replications / (prompts == 1 ? 2 : 50);
        say("| poems | %d prompts, %d votes a poem, spread %.0f%s | %.1f %% |"
                .formatted(
                        prompts,
                        votes,
                        spread,
                        active ? ", active pairs" : "",
                        100
                                * Coverage.ofPoems(rounds, prompts, votes, spread, active, SEED)
                                        .share()));
    }

    private static void race(PairingRace race) {
        double once = race.random(1);
        double thrice = race.random(3);
        double activeOnce = race.active(1);
        double activeThrice = race.active(3);
        double batched = race.inBatches(40, race.prompts());
        say(
                ("| %s, spread %.1f | %d | random %.2f, %.2f | active %.2f, %.2f | to random, the same votes a pair: %.0f %%,"
                                + " %.0f %% | active with one to random with three: %.0f %% | floor %s |"
                                + " active, in batches as the program adds them: %.2f, to random with one %.0f %%, with three %.0f %%;"
                                + " rounds of one prompt, 1 rater %.2f, 4 raters %.2f, 10 raters %.2f |")
                        .formatted(
                                race.halves() ? "two halves" : "normal",
                                race.spread(),
                                race.poems(),
                                once,
                                thrice,
                                activeOnce,
                                activeThrice,
                                100 * activeOnce / once,
                                100 * activeThrice / thrice,
                                100 * activeOnce / thrice,
                                race.halves() ? "-" : "%.2f".formatted(race.floor()),
                                batched,
                                100 * batched / once,
                                100 * batched / thrice,
                                race.inBatches(1, 1),
                                race.inBatches(4, 1),
                                race.inBatches(10, 1)));
    }

    private static void find(OddRaters raters, int replications) {
        OddRaters.Found found = raters.run(replications, SEED);
        say("| %d votes | %s | by side %.3f | by agreement %.3f | others by side %.3f | others by agreement %.3f |"
                .formatted(
                        raters.votesEach(),
                        raters.clicks() ? "clicks at random" : "left " + raters.leftShare(),
                        found.bySide(),
                        found.byAgreement(),
                        found.falseBySide(),
                        found.falseByAgreement()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
