package org.kukai.syllable;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.kukai.syllable.HeldOut.Guess;

/**
 * How a rule on spelling does on the words that it decides, beside a model that never saw any word of the same family.
 *
 * @param words how many it decides
 * @param right of how many it names a count that the lexicon accepts
 * @param model the same of the model
 */
record RuleTally(int words, int right, int model) {

    static SortedMap<Derivation, RuleTally> of(Map<String, Lexicon.Known> lexicon, Collection<Guess> guesses) {
        SortedMap<Derivation, RuleTally> tallies = new TreeMap<>();
        for (Guess guess : guesses) {
            Lexicon.Known known = lexicon.get(guess.word());
            for (Derivation rule : known == null ? new Derivation[0] : Derivation.values()) {
                Counts counts = rule.of(guess.word(), stem -> stem.equals(guess.word()) ? null : lexicon.get(stem));
                if (counts != null && known != null) {
                    int mask = known.counts().mask();
                    RuleTally one = new RuleTally(1, mask >>> counts.usual() & 1, mask >>> guess.best() & 1);
                    tallies.merge(rule, one, RuleTally::plus);
                    break;
                }
            }
        }
        return tallies;
    }

    private RuleTally plus(RuleTally other) {
        return new RuleTally(words + other.words, right + other.right, model + other.model);
    }

    static void print(SortedMap<Derivation, RuleTally> tallies) {
        System.out.println("| rule | words | right | the model on them |\n|---|---|---|---|");
        tallies.forEach((rule, tally) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1f %% | %.1f %% |%n",
                rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                tally.words,
                100.0 * tally.right / tally.words,
                100.0 * tally.model / tally.words));
    }
}
