package org.kukai.haiku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kukai.syllable.WordCount;

/** Finds how a line has to be read to have its number of syllables. */
final class Reading {
    private static final int OUT_OF_REACH = Integer.MAX_VALUE / 2;

    private Reading() {}

    /** One count a word, adding up to the target with the fewest unusual ones; the usual counts when that cannot be. */
    static List<Integer> of(List<WordCount> words, int target) {
        List<Integer> usual = words.stream().map(WordCount::usual).toList();
        if (words.size() > target) {
            return usual; // every word has a syllable, so that there is no way
        }
        int[][] unusual = new int[words.size() + 1][target + 1];
        Arrays.stream(unusual).forEach(row -> Arrays.fill(row, OUT_OF_REACH));
        unusual[words.size()][0] = 0;
        for (int i = words.size() - 1; i >= 0; i--) {
            for (int left = 0; left <= target; left++) {
                for (int count : words.get(i).counts()) {
                    if (count <= left) {
                        int cost = unusual[i + 1][left - count]
                                + (count == words.get(i).usual() ? 0 : 1);
                        unusual[i][left] = Math.min(unusual[i][left], cost);
                    }
                }
            }
        }
        return unusual[0][target] >= OUT_OF_REACH ? usual : trace(words, target, unusual);
    }

    private static List<Integer> trace(List<WordCount> words, int target, int[][] unusual) {
        List<Integer> reading = new ArrayList<>();
        int left = target;
        for (int i = 0; i < words.size(); i++) {
            WordCount word = words.get(i);
            for (int count : word.counts()) {
                int further = left - count;
                int cost = count == word.usual() ? 0 : 1;
                if (further >= 0 && unusual[i + 1][further] + cost == unusual[i][left]) {
                    reading.add(count);
                    left = further;
                    break;
                }
            }
        }
        return reading;
    }
}
