package org.kukai.llm.composer;

import java.util.ArrayList;
import java.util.List;

/** Capitals and the mark at the cut, which differ from poem to poem as they do between poets. */
enum Layout {
    PLAIN(false, false, ""),
    PLAIN_CUT(false, false, " —"),
    SENTENCE(true, false, ","),
    CAPITALS(true, true, ""),
    CAPITALS_CUT(true, true, " —"),
    CAPITALS_COMMA(true, true, ",");

    private final boolean firstCapital;
    private final boolean everyCapital;
    private final String cut;

    Layout(boolean firstCapital, boolean everyCapital, String cut) {
        this.firstCapital = firstCapital;
        this.everyCapital = everyCapital;
        this.cut = cut;
    }

    static Layout drawn(Draw draw) {
        return draw.of(List.of(values()));
    }

    List<String> apply(List<String> lines) {
        List<String> laidOut = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean capital = i == 0 ? firstCapital : everyCapital;
            String begun = capital ? Character.toUpperCase(line.charAt(0)) + line.substring(1) : line;
            boolean open = Character.isLetter(begun.charAt(begun.length() - 1));
            laidOut.add(i == 0 && open ? begun + cut : begun);
        }
        return laidOut;
    }
}
