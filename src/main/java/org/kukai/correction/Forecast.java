package org.kukai.correction;

import java.util.List;
import java.util.UUID;

/**
 * What another count of a word would do to the haiku that are there.
 *
 * @param found how many texts have the word, or words that begin with it
 * @param judged how many of them were judged both ways: all, or as many as were drawn
 * @param concerned how many of the judged have a word that would be counted otherwise
 * @param up how many of the judged would have a better score, or be strict with the same
 * @param down how many would have a worse one
 * @param become575 how many would become 5-7-5
 * @param cease575 how many would no more be
 * @param examples some of those that would change
 */
public record Forecast(
        long found, int judged, int concerned, int up, int down, int become575, int cease575, List<Example> examples) {
    public Forecast {
        examples = List.copyOf(examples);
    }

    /** A haiku with its score as it would be counted now, and then. */
    public record Example(UUID id, String text, int before, int after) {}

    /** Whether every text that was found was judged; else the numbers are of a part that was drawn by chance. */
    public boolean isExact() {
        return judged == found;
    }

    /** How many scores would change, among the judged. */
    public int changed() {
        return up + down;
    }

    /** About how many of all that were found so many of the judged stand for. */
    public long inAll(int ofJudged) {
        return judged == 0 ? 0 : Math.round((double) ofJudged * found / judged);
    }

    /** How far {@code inAll(changed())} may be off, nineteen times of twenty; 0 when it is exact. */
    public long margin() {
        if (isExact() || judged == 0) {
            return 0;
        }
        // Agresti and Coull's interval: sound for rare changes, too, where the plain one says 0.
        double tried = judged + 4.0;
        double share = (changed() + 2) / tried;
        return Math.round(1.96 * Math.sqrt(share * (1 - share) / tried) * found);
    }
}
