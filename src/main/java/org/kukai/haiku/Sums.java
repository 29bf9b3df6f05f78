package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;

import org.kukai.syllable.Source;
import org.kukai.syllable.WordCount;

/**
 * The syllable sums that a line can reach.
 *
 * @param least the sum of every word's smallest count
 * @param reach bit k is set when {@code least + k} can be reached; readings more than 63 above the least are not told apart
 * @param usual the sum of the usual counts
 * @param known whether every word has a count
 */
record Sums(int least, long reach, int usual, boolean known) {

    static Sums of(List<WordCount> words) {
        int least = 0;
        long reach = 1;
        int usual = 0;
        boolean known = true;
        for (int i = 0; i < words.size(); i++) {
            WordCount word = words.get(i);
            if (word.source() == Source.UNKNOWN) {
                known = false;
                continue;
            }
            List<Integer> counts = word.counts();
            int smallest = counts.getFirst();
            long further = reach;
            for (int k = 1; k < counts.size(); k++) {
                further |= reach << Math.min(63, counts.get(k) - smallest);
            }
            reach = further;
            least += smallest;
            usual += word.usual();
        }
        return new Sums(least, reach, usual, known);
    }

    boolean reaches(int sum) {
        return sum >= least && sum - least < Long.SIZE && (reach >>> (sum - least) & 1) == 1;
    }

    Line line(String text, int target, List<WordCount> words) {
        boolean onTarget = known && !words.isEmpty() && target > 0 && reaches(target);
        return new Line(text, target, ascending(), usual, onTarget, words);
    }

    private List<Integer> ascending() {
        if (reach == 1) {
            return List.of(least);
        }
        List<Integer> sums = new ArrayList<>(Long.bitCount(reach));
        for (long left = reach; left != 0; left &= left - 1) {
            sums.add(least + Long.numberOfTrailingZeros(left));
        }
        return sums;
    }
}
