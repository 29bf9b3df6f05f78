package org.kukai.syllable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a line into what is spoken as a word each: words, numbers, and the signs that are read out. */
final class Tokens {

    private static final String SPOKEN = "&%+=@\u00a2";
    private static final Set<String> CUT = Set.of(
            "tis", "twas", "twere", "twill", "twould", "neath", "gainst", "mid", "midst", "round", "til", "till",
            "cause", "em", "bout", "tween", "n", "pon", "cross");

    private Tokens() {}

    static List<String> of(String line) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < line.length(); ) {
            int end = end(line, i);
            if (end > i) {
                tokens.add(line.substring(i, end));
                i = end;
            } else {
                i += Character.charCount(line.codePointAt(i));
            }
        }
        return tokens;
    }

    /** Where the token that starts at i ends; i itself when none starts there. */
    private static int end(String line, int i) {
        int c = line.codePointAt(i);
        if (c == ' ') {
            return i;
        }
        int first = Character.charCount(c);
        if (SPOKEN.indexOf(c) >= 0 || isNumberSign(line, i)) {
            return i + first;
        }
        boolean opens = Spelling.isApostrophe(c) ? cutAtStart(line, i + first) : isAmount(line, i);
        if (!isSpoken(line, i) && !opens) {
            return i;
        }
        int end = i + first;
        while (end < line.length() && continues(line, end)) {
            end += Character.charCount(line.codePointAt(end));
        }
        return end;
    }

    /** <i>#1</i> is number one; a tag or a heading is not read out. */
    private static boolean isNumberSign(String line, int i) {
        boolean inWord = i > 0 && isSpoken(line, i - 1);
        return line.charAt(i) == '#' && !inWord && i + 1 < line.length() && Character.isDigit(line.charAt(i + 1));
    }

    /** <i>'tis, 'neath, '90s, 'n'</i>: the word lost its beginning; any other apostrophe there is a quotation mark. */
    private static boolean cutAtStart(String line, int i) {
        int end = i;
        while (end < line.length() && end < i + 8 && isSpoken(line, end)) {
            end++;
        }
        String word = line.substring(Math.min(i, line.length()), end).toLowerCase(Locale.ROOT);
        return CUT.contains(word) || word.matches("[0-9]0s");
    }

    private static boolean isAmount(String line, int i) {
        boolean more = i + 1 < line.length() && Character.isDigit(line.charAt(i + 1));
        return more && "$£€".indexOf(line.charAt(i)) >= 0;
    }

    private static boolean continues(String line, int i) {
        int c = line.codePointAt(i);
        if (c == ' ') {
            return false;
        }
        if (isSpoken(line, i) || Character.getType(c) == Character.FORMAT || isMark(c)) {
            return true;
        }
        int next = i + Character.charCount(c);
        int before = line.codePointBefore(i);
        if (Spelling.isApostrophe(c)) {
            return isSpoken(line, next) || before == 's' || endsElision(line, i);
        }
        boolean between = isSpoken(line, next);
        boolean inNumber = Character.isDigit(before) && between && Character.isDigit(line.codePointAt(next));
        return switch (c) {
            case '.' -> inNumber || isAbbreviation(line, i);
            case ',', ':', '⁄' -> inNumber;
            case '°' -> Character.isDigit(before);
            default -> Spelling.isHyphen(c) && (between || opensElision(line, next));
        };
    }

    /** <i>o'-the-wisp</i>, <i>rock-'n'-roll</i>: an apostrophe after the hyphen. */
    private static boolean opensElision(String line, int i) {
        return i < line.length() && Spelling.isApostrophe(line.codePointAt(i)) && isSpoken(line, i + 1);
    }

    /** <i>o', th', an', runnin'</i>: the word is cut short, not quoted. */
    private static boolean endsElision(String line, int i) {
        String before = line.substring(Math.max(0, i - 3), i).toLowerCase(Locale.ROOT);
        int next = i + 1;
        boolean joined = next < line.length() && Spelling.isHyphen(line.charAt(next));
        return joined || before.endsWith("in") || before.matches("(.*[^a-z])?(o|th|an|ol)");
    }

    /** <i>a.m.</i>, <i>U.S.A.</i>: single letters with full stops. */
    private static boolean isAbbreviation(String line, int i) {
        boolean single = i == 1 || (i > 1 && !Character.isLetter(line.charAt(i - 2)));
        boolean letterBefore = Character.isLetter(line.charAt(i - 1));
        boolean inside = i + 2 < line.length() && Character.isLetter(line.charAt(i + 1)) && line.charAt(i + 2) == '.';
        boolean last = i > 2 && line.charAt(i - 2) == '.' && Character.isLetter(line.charAt(i - 3));
        return letterBefore && single && (inside || last);
    }

    private static boolean isSpoken(String line, int i) {
        if (i >= line.length()) {
            return false;
        }
        int c = line.codePointAt(i);
        return (c >= 'a' && c <= 'z') || Character.isLetterOrDigit(c) || isFraction(c);
    }

    private static boolean isFraction(int c) {
        return Character.getType(c) == Character.OTHER_NUMBER;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
