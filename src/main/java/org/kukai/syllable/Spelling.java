package org.kukai.syllable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A token as the rules want it: lower case, plain letters, straight apostrophes; with what its accents said of its sound.
 *
 * @param plain letters a to z, digits, apostrophes, hyphens and full stops, and whatever else could not be made plain
 * @param voicedEnd whether an accent voices the last e: <i>rosé</i>, <i>blessèd</i>
 * @param hiatus where a vowel with a diaeresis stands right after another vowel and so begins a syllable: <i>Bo|ötes</i>; 0 for nowhere
 * @param capitals whether it was written in capitals only, with at least two letters
 */
record Spelling(String plain, boolean voicedEnd, int hiatus, boolean capitals) {

    private static final Pattern VOICED = Pattern.compile("(é|[èé]d)$");

    private static final int DIAERESIS = 0x308;

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
        if (isAscii(token)) {
            return new Spelling(token.replace('`', '\'').toLowerCase(Locale.ROOT), false, 0, capitals(token));
        }
        if (token.equals("½")) {
            return new Spelling("a-half", false, 0, false);
        }
        StringBuilder kept = new StringBuilder(token.length());
        token.codePoints().forEach(c -> keep(c, kept));
        String lower = Normalizer.normalize(kept, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean voiced = VOICED.matcher(lower).find();
        StringBuilder plain = new StringBuilder(lower.length());
        int hiatus = 0;
        for (int c :
                Normalizer.normalize(lower, Normalizer.Form.NFD).codePoints().toArray()) {
            int last = plain.length() - 1;
            if (c == DIAERESIS && last > 0 && isVowel(plain.charAt(last)) && isVowel(plain.charAt(last - 1))) {
                hiatus = last;
            }
            strip(c, plain);
        }
        return new Spelling(plain.toString(), voiced, hiatus, capitals(token));
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    private static boolean isAscii(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) > 127) {
                return false;
            }
        }
        return true;
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
        int letters = 0;
        for (int i = 0; i < token.length(); i += Character.charCount(token.codePointAt(i))) {
            int c = token.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (!Character.isUpperCase(c)) {
                    return false;
                }
            }
        }
        return letters > 1;
    }
}
