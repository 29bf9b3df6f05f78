package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * Gives every raw answer its verdict. Thread safe, linear in the text's length; never throws. The one that is injected follows the
 * installation's own words as they change; {@link #now} is one whose verdicts go together.
 */
public class Scorer {

    private static final int EVIDENCE_LINES = 40;

    private final Syllables syllables;

    public Scorer() {
        this(Syllables.english());
    }

    /** A scorer over another counter, for example one with the installation's own counts. */
    public Scorer(Syllables syllables) {
        this.syllables = syllables;
    }

    /** This scorer as it stands: deterministic, and its version is that of each of its verdicts. */
    public Scorer now() {
        return this;
    }

    /** The counter it counts by. */
    public Syllables syllables() {
        return syllables;
    }

    /** Stored with every score; changes whenever lexicon, rules, model, extraction or the installation's own words change. */
    public String version() {
        return Extractor.VERSION + "." + syllables.version();
    }

    /** The poem in a raw answer, its evidence and its score. */
    public Verdict verdict(String raw) {
        return verdict(raw, false);
    }

    /** The same for an answer that may be known to be cut at the limit of tokens, so that a missing line is not its author's fault. */
    public Verdict verdict(String raw, boolean cut) {
        List<String> plain = PlainAnswer.lines(raw);
        List<Line> lines = plain == null ? List.of() : lines(plain, syllables::line);
        if (plain != null && PlainAnswer.isPoem(lines)) {
            return Verdict.of(Extraction.poem(plain, List.of()), lines);
        }
        Extractor extractor = new Extractor(syllables);
        Extraction found = extractor.extract(raw, cut);
        return Verdict.of(found, lines(found.lines(), extractor::words));
    }

    private static List<Line> lines(List<String> texts, Function<String, List<WordCount>> counter) {
        int count = Math.min(texts.size(), EVIDENCE_LINES);
        List<Line> lines = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            List<WordCount> words = counter.apply(texts.get(place));
            int target = place < Form.SYLLABLES.size() ? Form.SYLLABLES.get(place) : 0;
            lines.add(Sums.of(words).line(texts.get(place), target, words));
        }
        return lines;
    }
}
