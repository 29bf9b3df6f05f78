package org.kukai.syllable;

import java.util.Locale;

/** Where the knowledge of a word's syllables comes from, the most trusted first. */
public enum Source {
    /** The installation's own decision about this word. */
    OVERRIDE,
    /** The pronouncing dictionary and the reviewed readings. */
    LEXICON,
    /** Derived from known parts: an ending, a compound, an elision, digits. */
    RULE,
    /** Guessed by the learned model: right about 96 times in 100, and it says how sure it is. */
    MODEL,
    /** Not English letters at all: nothing is claimed, and no line that holds such a word is vouched for. */
    UNKNOWN;

    /** The name used in the API and on pages: the constant in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
