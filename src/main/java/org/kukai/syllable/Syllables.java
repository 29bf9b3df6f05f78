package org.kukai.syllable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Counts the syllables of English words and lines. Immutable, so that any number of threads may share one; never throws,
 * whatever the text; takes time linear in the text's length.
 */
public final class Syllables {

    private static final int LONGEST = 100;

    private final Vocabulary vocabulary;
    private final TokenReader reader;
    private final String version;

    private Syllables(Vocabulary vocabulary, String version) {
        this.vocabulary = vocabulary;
        this.reader = new TokenReader(vocabulary);
        this.version = version;
    }

    /** The shared counter; its lexicon and model are loaded once, at the first call. */
    public static Syllables english() {
        return Shared.ENGLISH;
    }

    /**
     * A counter that knows an installation's own words first, and none that this one was given before.
     *
     * @param counts for each word, spelled as {@link #entry} spells it, the acceptable counts, the usual one first
     * @throws IllegalArgumentException when a word has no count, or one below 1 or above 30
     */
    public Syllables overriding(Map<String, List<Integer>> counts) {
        Map<String, Counts> own = OwnWords.of(counts);
        return new Syllables(vocabulary.overriding(own), OwnWords.version(version, own));
    }

    /** How a word is spelled where it is looked up: small plain letters, straight apostrophes and hyphens, no accents. */
    public static String entry(String word) {
        return Spelling.of(word.strip()).plain();
    }

    /** Changes whenever lexicon, rules or model change, and ends in {@code +o...} when there are an installation's own words. */
    public String version() {
        return version;
    }

    /**
     * The syllables of one word, by itself as {@link #line} counts it; of <i>50%</i> or <i>3/4</i> all parts together.
     *
     * @param word any text; what cannot be read as English has no counts and the source {@link Source#UNKNOWN}
     */
    public WordCount count(String word) {
        Finding known = vocabulary.asWritten(word);
        if (known != null) {
            return counted(word, known);
        }
        boolean one = word.length() <= LONGEST
                && word.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        List<String> tokens = one ? Tokens.of(word) : List.of();
        return tokens.isEmpty() ? count(word, false) : counted(word, together(tokens));
    }

    private @Nullable Finding together(List<String> tokens) {
        Finding all = null;
        for (String token : tokens) {
            Finding part = reader.find(Spelling.of(token), false);
            if (part == null) {
                return null;
            }
            all = all == null ? part : all.plus(part);
        }
        return all;
    }

    /** The words of a line in their order; punctuation between them is left out. */
    public List<WordCount> line(String line) {
        List<String> tokens = Tokens.of(line);
        boolean shouted = tokens.size() > 1 && line.codePoints().noneMatch(Character::isLowerCase);
        List<WordCount> words = new ArrayList<>(tokens.size());
        String before = "-";
        for (String token : tokens) {
            boolean time = token.equals("am") && Character.isDigit(before.codePointBefore(before.length()));
            Finding known = vocabulary.asWritten(time ? "a.m." : token);
            Counts roman = known == null && !shouted ? RomanNumerals.after(before, token) : null;
            Finding found = roman == null ? known : Finding.ruled(roman);
            words.add(found != null ? counted(token, found) : count(token, shouted));
            before = token;
        }
        return words;
    }

    private WordCount count(String word, boolean shouted) {
        boolean tooLong = word.length() > LONGEST;
        return counted(word, tooLong ? TokenReader.tooLong(word) : reader.find(Spelling.of(word.strip()), shouted));
    }

    private static WordCount counted(String word, @Nullable Finding finding) {
        if (finding == null) {
            return new WordCount(word, List.of(), 0, Source.UNKNOWN, 0);
        }
        Counts counts = finding.counts();
        return new WordCount(word, counts.ascending(), counts.usual(), finding.source(), finding.confidence());
    }

    private static final class Shared {
        static final Syllables ENGLISH = load();

        private static Syllables load() {
            Resource resource = Resource.load();
            return new Syllables(new Vocabulary(resource.lexicon(), resource.model(), Map.of()), resource.version());
        }
    }
}
