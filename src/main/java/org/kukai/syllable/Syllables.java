package org.kukai.syllable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Counts the syllables of English words and lines. Immutable, so that any number of threads may share one; never throws,
 * whatever the text; takes time linear in the text's length.
 */
public final class Syllables {

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]");
    private static final Pattern STRETCHED = Pattern.compile("(.)\\1{2,}");
    private static final Pattern LETTER_OR_NUMBER = Pattern.compile("[a-z]+|[0-9.,:]*[0-9]");
    private static final Map<String, Integer> SIGNS =
            Map.of("&", 1, "%", 2, "+", 1, "=", 2, "@", 1, "$", 2, "£", 1, "€", 2);
    /** Words in small letters that are read out letter by letter in capitals. */
    private static final List<String> ALSO_WORDS = List.of("us", "am", "pm", "it", "id", "ai", "pc", "eu", "un", "led");

    private static final int LONGEST = 100;

    private final Vocabulary vocabulary;
    private final Elisions elisions;
    private final String version;

    private Syllables(Vocabulary vocabulary, String version) {
        this.vocabulary = vocabulary;
        this.elisions = new Elisions(vocabulary, this::plain);
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

    /** The syllables of one word, by itself as {@link #line} counts it; of <i>50%</i> or <i>3/4</i> all parts together. */
    public WordCount count(String word) {
        boolean one = word.length() <= LONGEST
                && word.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        List<String> tokens = one ? Tokens.of(word) : List.of();
        return tokens.isEmpty() ? count(word, false) : counted(word, together(tokens));
    }

    private @Nullable Finding together(List<String> tokens) {
        Finding all = null;
        for (String token : tokens) {
            Finding part = find(Spelling.of(token), false);
            if (part == null) {
                return null;
            }
            all = all == null ? part : all.plus(part);
        }
        return all;
    }

    /** The words of a line in their order; punctuation between them is left out. */
    public List<WordCount> line(String line) {
        boolean shouted = line.codePoints().noneMatch(Character::isLowerCase);
        List<String> tokens = Tokens.of(line);
        List<WordCount> words = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            words.add(count(token, shouted && tokens.size() > 1));
        }
        return words;
    }

    private WordCount count(String word, boolean shouted) {
        return counted(word, word.length() > LONGEST ? tooLong(word) : find(Spelling.of(word.strip()), shouted));
    }

    private static WordCount counted(String word, @Nullable Finding finding) {
        if (finding == null) {
            return new WordCount(word, List.of(), 0, Source.UNKNOWN, 0);
        }
        Counts counts = finding.counts();
        return new WordCount(word, counts.ascending(), counts.usual(), finding.source(), finding.confidence());
    }

    private static @Nullable Finding tooLong(String word) {
        boolean english = Spelling.of(word).plain().chars().allMatch(c -> c < 128);
        return english ? new Finding(Counts.of(Counts.MOST), Source.MODEL, 0) : null;
    }

    private @Nullable Finding find(Spelling spelling, boolean shouted) {
        String word = spelling.plain();
        if (spelling.voicedEnd() && !vocabulary.endsSounded(word)) {
            return voiced(word);
        }
        if (spelling.capitals() && !shouted) {
            Finding spelled = capitals(word);
            if (spelled != null) {
                return spelled;
            }
        }
        return plain(word);
    }

    /** <i>rosé</i>: the e is a syllable; <i>blessèd</i>: the ending is. */
    private @Nullable Finding voiced(String word) {
        String stem = word.substring(0, word.length() - (word.endsWith("d") ? 2 : 1));
        Finding bare = plain(stem);
        boolean known = word.endsWith("d") && vocabulary.known(stem) == null;
        Finding silent = known ? plain(stem + "e") : bare;
        return silent == null ? null : silent.with(Counts.of(silent.counts().usual() + 1));
    }

    private @Nullable Finding capitals(String word) {
        String letters = word.replace(".", "");
        Finding known = vocabulary.derived(letters);
        boolean spelled = (known == null && letters.length() <= 5) || ALSO_WORDS.contains(letters);
        if (!spelled || !LETTERS.matcher(letters).matches()) {
            return null;
        }
        Counts counts = letterByLetter(letters);
        return Finding.ruled(known == null ? counts : counts.or(known.counts()));
    }

    private static Counts letterByLetter(String letters) {
        return Counts.of(letters.chars().map(c -> c == 'w' ? 3 : 1).sum());
    }

    /** The counts of a word in plain lower case; null when it holds what cannot be spoken in English. */
    private @Nullable Finding plain(String word) {
        Finding known = vocabulary.known(word);
        if (known != null) {
            return known;
        }
        if (LETTERS.matcher(word).matches()) {
            return letters(word);
        }
        if (word.indexOf('-') >= 0) {
            return parts(word);
        }
        if (word.indexOf('\'') >= 0
                && !Character.isDigit(word.charAt(word.charAt(0) == '\'' ? 1 % word.length() : 0))) {
            return elisions.find(word);
        }
        if (word.matches("([a-z]\\.)+[a-z]?")) {
            return Finding.ruled(letterByLetter(word.replace(".", "")));
        }
        return signsAndNumbers(word);
    }

    private Finding letters(String word) {
        Finding derived = vocabulary.derived(word);
        if (derived != null) {
            return derived;
        }
        if (!VOWELS.matcher(word).find()) {
            boolean sound =
                    STRETCHED.matcher(word).find() || word.matches("(h+m+|b+r+|s+h+|ps+t+|pf+t*|t+sk+|z+|gr+|m+h*m+)");
            return Finding.ruled(sound ? Counts.of(1) : letterByLetter(word.substring(0, Math.min(word.length(), 10))));
        }
        if (STRETCHED.matcher(word).find()) {
            Finding once = vocabulary.derived(STRETCHED.matcher(word).replaceAll("$1"));
            Finding twice = vocabulary.derived(STRETCHED.matcher(word).replaceAll("$1$1"));
            Finding shorter = twice != null ? twice : once;
            return shorter != null
                    ? shorter.with(shorter.counts())
                    : vocabulary.find(STRETCHED.matcher(word).replaceAll("$1"));
        }
        return vocabulary.find(word);
    }

    private @Nullable Finding parts(String word) {
        return sum(List.of(word.split("-+", -1)));
    }

    private @Nullable Finding sum(List<String> parts) {
        Finding all = null;
        for (String part : parts) {
            if (!part.isEmpty()) {
                Finding one = plain(part);
                if (one == null) {
                    return null;
                }
                all = all == null ? one.with(one.counts()) : all.plus(one);
            }
        }
        return all;
    }

    private @Nullable Finding signsAndNumbers(String word) {
        Integer sign = SIGNS.get(word);
        if (sign != null) {
            return Finding.ruled(Counts.of(sign));
        }
        if (!word.isEmpty() && SIGNS.containsKey(word.substring(0, 1))) {
            Finding amount = signsAndNumbers(word.substring(1));
            return amount == null
                    ? null
                    : amount.with(amount.counts().plus(SIGNS.getOrDefault(word.substring(0, 1), 0)));
        }
        String bare = word.startsWith("'") ? word.substring(1) : word;
        Counts number = Numbers.read(bare);
        if (number != null) {
            return Finding.ruled(number);
        }
        List<String> runs =
                LETTER_OR_NUMBER.matcher(word).results().map(MatchResult::group).toList();
        boolean whole = runs.size() > 1 && String.join("", runs).length() == word.length();
        return whole ? sum(runs) : null;
    }

    private static final class Shared {
        static final Syllables ENGLISH = load();

        private static Syllables load() {
            Resource resource = Resource.load();
            return new Syllables(new Vocabulary(resource.lexicon(), resource.model(), Map.of()), resource.version());
        }
    }
}
