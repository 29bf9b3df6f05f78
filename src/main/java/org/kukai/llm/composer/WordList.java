package org.kukai.llm.composer;

import java.util.ArrayList;
import java.util.List;

/** A named list of the grammar, its entries sorted by the numbers of syllables that they can have. */
final class WordList implements Part {
    private final List<Line> entries;
    private final List<List<Line>> byLength = new ArrayList<>();
    private final int lengths;

    WordList(List<Line> entries) {
        this.entries = List.copyOf(entries);
        int all = 0;
        for (int k = 0; k <= LONGEST; k++) {
            int length = k;
            byLength.add(entries.stream()
                    .filter(entry -> (entry.lengths(Topic.NONE) >>> length & 1) == 1)
                    .toList());
            all |= byLength.get(k).isEmpty() ? 0 : 1 << k;
        }
        this.lengths = all;
    }

    List<Line> entries() {
        return entries;
    }

    @Override
    public int lengths(Topic topic) {
        return lengths;
    }

    @Override
    public int variety(Topic topic, int syllables) {
        return byLength.get(syllables).size();
    }

    @Override
    public void write(Topic topic, int syllables, Draw draw, Verse verse) {
        draw.of(byLength.get(syllables)).write(topic, syllables, draw, verse);
    }
}
