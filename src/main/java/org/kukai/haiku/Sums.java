package org.kukai.haiku;

import java.util.List;
import java.util.stream.IntStream;

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
        for (WordCount word : words) {
            if (word.source() == Source.UNKNOWN) {
                known = false;
                continue;
            }
            int smallest = word.counts().getFirst();
            long further = 0;
            for (int count : word.counts()) {
                further |= reach << Math.min(63, count - smallest);
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
        List<Integer> counts = IntStream.range(0, Long.SIZE)
                .filter(k -> (reach >>> k & 1) == 1)
                .mapToObj(k -> least + k)
                .toList();
        return new Line(text, target, counts, usual, onTarget, words);
    }
}
