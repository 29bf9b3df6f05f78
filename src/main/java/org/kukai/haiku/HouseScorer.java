package org.kukai.haiku;

import jakarta.enterprise.context.ApplicationScoped;

import org.kukai.dictionary.CurrentWords;
import org.kukai.syllable.Syllables;

/** The scorer that is injected: it counts the installation's own words as its admins decided, from the moment they do. */
@ApplicationScoped
class HouseScorer extends Scorer {
    private final CurrentWords words;
    private volatile Scorer last = new Scorer();

    HouseScorer(CurrentWords words) {
        this.words = words;
    }

    @Override
    public Scorer now() {
        Syllables syllables = words.syllables();
        Scorer now = last;
        if (now.syllables() != syllables) {
            now = new Scorer(syllables);
            last = now;
        }
        return now;
    }

    @Override
    public Syllables syllables() {
        return now().syllables();
    }

    @Override
    public String version() {
        return now().version();
    }

    @Override
    public Verdict verdict(String raw, boolean cut) {
        return now().verdict(raw, cut);
    }
}
