package org.kukai.syllable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A token as the rules want it: lower case, plain letters, straight apostrophes; with what its accents said of its sound.
 *
 * @param plain letters a to z, digits, apostrophes, hyphens and full stops, and whatever else could not be made plain
 * @param voicedEnd whether an accent voices the last e: <i>rosé</i>, <i>blessèd</i>
 * @param capitals whether it was written in capitals only, with at least two letters
 */
record Spelling(String plain, boolean voicedEnd, boolean capitals) {

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "th"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) '½', "half"),
            Map.entry((int) '¼', "quarter"),
            Map.entry((int) '¾', "three-quarters"));

    static Spelling of(String token) {
        if (isPlain(token)) {
            return new Spelling(token, false, false);
        }
        StringBuilder kept = new StringBuilder(token.length());
        token.codePoints().forEach(c -> keep(c, kept));
        String lower = Normalizer.normalize(kept, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean voiced = lower.matches(".*(é|[èé]d)");
        StringBuilder plain = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFD).codePoints().forEach(c -> strip(c, plain));
        return new Spelling(plain.toString(), voiced, capitals(token));
    }

    private static boolean isPlain(String token) {
        return token.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static void keep(int c, StringBuilder kept) {
        if (isApostrophe(c)) {
            kept.append('\'');
        } else if (isHyphen(c)) {
            kept.append('-');
        } else if (Character.getType(c) != Character.FORMAT) {
            kept.append(LETTERS.getOrDefault(c, Character.toString(c)));
        }
    }

    private static void strip(int c, StringBuilder plain) {
        boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
        plain.append(mark ? "" : LETTERS.getOrDefault(c, Character.toString(c)));
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`' || c == '´' || c == '＇' || c == '′';
    }

    static boolean isHyphen(int c) {
        return c == '-' || c == '‐' || c == '‑' || c == '－';
    }

    private static boolean capitals(String token) {
        return token.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase)
                && token.codePoints().filter(Character::isLetter).count() > 1;
    }
}
