package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/** Gives every raw answer its verdict. Thread safe, deterministic, linear in the text's length; never throws. */
@ApplicationScoped
public class Scorer {

    private static final int[] FORM = {5, 7, 5};
    private static final int EVIDENCE_LINES = 40;

    private final Syllables syllables;

    public Scorer() {
        this(Syllables.english());
    }

    /** A scorer over another counter, for example one with the installation's own counts. */
    protected Scorer(Syllables syllables) {
        this.syllables = syllables;
    }

    /** Stored with every score; changes whenever lexicon, rules, model or extraction change. */
    public String version() {
        return "0-" + syllables.version();
    }

    /** The poem in a raw answer, its evidence and its score. */
    public Verdict verdict(String raw) {
        List<String> texts = raw.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<Line> lines = new ArrayList<>();
        for (String text : texts.subList(0, Math.min(texts.size(), EVIDENCE_LINES))) {
            lines.add(line(text, lines.size()));
        }
        boolean poem = texts.size() == FORM.length;
        int onTarget = (int) lines.stream().filter(Line::onTarget).count();
        int score = poem ? 1 + onTarget : 0;
        boolean form = poem && onTarget == FORM.length;
        boolean strict = form && lines.stream().allMatch(Line::surelyOnTarget);
        String problem =
                poem ? null : texts.isEmpty() ? "empty" : texts.size() == 1 ? "one-line" : "lines:" + texts.size();
        return new Verdict(String.join("\n", texts), form, strict, score, false, problem, lines, List.of());
    }

    private Line line(String text, int place) {
        List<WordCount> words = syllables.line(text);
        int target = place < FORM.length ? FORM[place] : 0;
        return Sums.of(words).line(text, target, words);
    }
}
