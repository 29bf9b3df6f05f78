package org.kukai.haiku;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cheap look at a text that tells where a pattern cannot match, so that most texts are spared it. Each says yes to every text
 * that its pattern matches; a yes means nothing more than that the pattern is to be asked.
 */
final class Glance {

    private Glance() {}

    static Predicate<String> starts(String with) {
        return text -> !text.isEmpty() && with.indexOf(text.charAt(0)) >= 0;
    }

    static Predicate<String> ends(String with) {
        return text -> !text.isEmpty() && with.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Whether it has one of these characters. */
    static Predicate<String> has(String any) {
        return text -> has(text, any);
    }

    static boolean has(String text, String any) {
        for (int i = 0; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the first of some signs stands; -1 when none does. */
    static int first(String text, String any) {
        for (int i = 0; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean hasDigit(String text) {
        return has(text, "0123456789");
    }

    /** Whether it has one of these words or parts of words, written with small letters here. */
    static Predicate<String> says(String... parts) {
        StringBuilder firsts = new StringBuilder();
        for (String part : parts) {
            firsts.append(part.charAt(0));
        }
        String first = firsts.toString();
        return text -> {
            for (int i = 0; i < text.length(); i++) {
                if (first.indexOf(text.charAt(i) | 0x20) >= 0 && says(text, i, parts)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean says(String text, int at, String[] parts) {
        for (String part : parts) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether its first word of the letters a to z, behind whatever else, is one of these small ones. */
    static boolean opens(String text, Set<String> words) {
        int start = 0;
        while (start < text.length() && !isLetter(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** Whether it is neither a letter nor punctuation, as half of an emoji is not. */
    private static boolean isPicture(char c) {
        return c == '~' || (c > 0x7f && (c < 0x2010 || c > 0x2027) && !Character.isLetter(c));
    }

    static boolean opensWithPicture(String text) {
        return !text.isEmpty() && isPicture(text.charAt(0));
    }

    static boolean endsWithPicture(String text) {
        return !text.isEmpty() && isPicture(text.charAt(text.length() - 1));
    }

    /** Whether it has letters of an alphabet far from the Latin one. */
    static boolean hasOtherScript(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x36f && Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
