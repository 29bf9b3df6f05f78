package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;

import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * Gives every raw answer its verdict. Thread safe, linear in the text's length; never throws. The one that is injected follows the
 * installation's own words as they change; {@link #now} is one whose verdicts go together.
 */
public class Scorer {

    private static final int EVIDENCE_LINES = 40;

    private final Syllables syllables;
    private final Extractor extractor;

    public Scorer() {
        this(Syllables.english());
    }

    /** A scorer over another counter, for example one with the installation's own counts. */
    public Scorer(Syllables syllables) {
        this.syllables = syllables;
        this.extractor = new Extractor(syllables);
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
        Extraction found = extractor.extract(raw, cut);
        List<Line> lines = new ArrayList<>();
        for (String text : found.lines().subList(0, Math.min(found.lines().size(), EVIDENCE_LINES))) {
            lines.add(line(text, lines.size()));
        }
        boolean chatter = !found.removals().isEmpty();
        String problem = found.problem();
        if (problem == null
                && lines.stream().flatMap(line -> line.words().stream()).noneMatch(Scorer::isEnglish)) {
            problem = "not-english";
        }
        int onTarget = (int) lines.stream().filter(Line::onTarget).count();
        int score = found.isPoem() ? 1 + onTarget : 0;
        boolean form = score == 1 + Form.SYLLABLES.size();
        boolean strict = form && lines.stream().allMatch(Line::surelyOnTarget);
        return new Verdict(found.text(), form, strict, score, chatter, problem, lines, found.removals());
    }

    private static boolean isEnglish(WordCount word) {
        return word.source() != Source.UNKNOWN;
    }

    private Line line(String text, int place) {
        List<WordCount> words = syllables.line(text);
        int target = place < Form.SYLLABLES.size() ? Form.SYLLABLES.get(place) : 0;
        return Sums.of(words).line(text, target, words);
    }
}
