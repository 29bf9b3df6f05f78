package org.kukai.syllable;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds what is known of one token, whatever it is: a word, an abbreviation, a number, a sign, or parts of these put together. */
final class TokenReader {

    private static final Pattern ABBREVIATION = Pattern.compile("([a-z]\\.)+[a-z]?");
    private static final Pattern SOUND = Pattern.compile("h+m+|b+r+|s+h+|ps+t+|pf+t*|t+sk+|z+|gr+|m+h*m+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]");
    private static final Pattern STRETCHED = Pattern.compile("(.)\\1{2,}");
    private static final Pattern LETTER_OR_NUMBER = Pattern.compile("[a-z]+|[0-9.,:]*[0-9]");
    private static final Map<String, Integer> SIGNS =
            Map.of("&", 1, "%", 2, "+", 1, "=", 2, "@", 1, "$", 2, "£", 1, "€", 2, "#", 2, "\u00a2", 1);
    /** Words in small letters that may be read out letter by letter in capitals. */
    private static final List<String> ALSO_WORDS = List.of("us", "am", "pm", "it", "un", "led", "lol", "la");
    /** What in capitals is always read out so, whatever it is in small letters. */
    private static final List<String> LETTERS_ONLY = List.of("ai", "pc", "id", "eu");

    private final Vocabulary vocabulary;
    private final Elisions elisions;

    TokenReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.elisions = new Elisions(vocabulary, this::plain);
    }

    /** What has more letters than any word: nothing is looked up, so that no text takes long. */
    static @Nullable Finding tooLong(String word) {
        boolean english = Spelling.of(word).plain().chars().allMatch(c -> c < 128);
        return english ? new Finding(Counts.of(Counts.MOST), Source.MODEL, 0) : null;
    }

    /**
     * What is known of a token, or null when it cannot be spoken in English.
     *
     * @param shouted whether all of its line is in capitals, which then say nothing about the word
     */
    @Nullable
    Finding find(Spelling spelling, boolean shouted) {
        String word = spelling.plain();
        if (spelling.hiatus() > 0) {
            return parted(word, spelling.hiatus());
        }
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

    /** <i>Boötes, coöp</i>: no fewer syllables than both sides of the diaeresis have. */
    private @Nullable Finding parted(String word, int hiatus) {
        Finding whole = plain(word);
        Finding apart = sum(List.of(word.substring(0, hiatus), word.substring(hiatus)));
        if (whole == null || apart == null || whole.source() == Source.OVERRIDE) {
            return whole;
        }
        return whole.counts().usual() >= apart.counts().usual() ? whole : Finding.ruled(apart.counts());
    }

    /** <i>rosé</i>: the e is a syllable; <i>blessèd</i>: the ending is. */
    private @Nullable Finding voiced(String word) {
        String stem = word.substring(0, word.length() - (word.endsWith("d") ? 2 : 1));
        Finding whole = word.endsWith("e") && vocabulary.known(stem) == null ? vocabulary.known(word) : null;
        if (whole != null) {
            return whole.with(Counts.of(whole.counts().usual() + 1)); // piqué and pique
        }
        Finding bare = plain(stem);
        boolean known = word.endsWith("d") && vocabulary.known(stem) == null;
        Finding silent = known ? plain(stem + "e") : bare;
        return silent == null ? null : silent.with(Counts.of(silent.counts().usual() + 1));
    }

    private @Nullable Finding capitals(String word) {
        String letters = word.replace(".", "");
        Finding known = vocabulary.derived(letters);
        boolean dotted = letters.length() < word.length();
        boolean always = LETTERS_ONLY.contains(letters);
        boolean spelled = always || (known == null && letters.length() <= 5) || ALSO_WORDS.contains(letters);
        if (!spelled || !isLetters(letters)) {
            return null;
        }
        Counts counts = letterByLetter(letters);
        return Finding.ruled(known == null || dotted || always ? counts : counts.or(known.counts()));
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
        if (isLetters(word)) {
            return letters(word);
        }
        if (word.indexOf('-') >= 0) {
            return parts(word);
        }
        if (word.indexOf('\'') >= 0
                && !Character.isDigit(word.charAt(word.charAt(0) == '\'' ? 1 % word.length() : 0))) {
            return elisions.find(word);
        }
        if (ABBREVIATION.matcher(word).matches()) {
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
                    STRETCHED.matcher(word).find() || SOUND.matcher(word).matches();
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
        return vocabulary.guess(word);
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
        Integer coin = word.isEmpty() ? null : SIGNS.get(word.substring(0, 1));
        if (coin != null) {
            Counts money = Numbers.money(word.substring(1), coin);
            Finding amount = money != null ? Finding.ruled(money) : signsAndNumbers(word.substring(1));
            return amount == null || money != null
                    ? amount
                    : amount.with(amount.counts().plus(coin));
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

    private static boolean isLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
