package org.kukai.syllable;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** <i>World War II, Henry VIII</i>: numerals of the letters I, V and X behind a name, from two to thirty-nine. */
final class RomanNumerals {

    private static final Pattern NUMERAL = Pattern.compile("X{0,3}(?:IX|IV|V?I{0,3})");
    /** Who is mostly called "the eighth"; other things are called "eight". */
    private static final Set<String> RULERS = Set.of("""
            Henry Louis George Edward Elizabeth Richard James Charles William Mary Paul Pius Benedict Gregory
            Leo Philip Napoleon Nicholas Catherine Peter Alexander Ramses Innocent Clement Urban Frederick
            Wilhelm Ludwig Otto Gustav Christian""".split("\\s+"));

    private static final List<Integer> VALUES = List.of(10, 5, 1);

    private RomanNumerals() {}

    /** The counts of the numeral read as a cardinal and as an ordinal with its <i>the</i>; null where it is none, or no name stands before. */
    static @Nullable Counts after(String before, String token) {
        boolean name = Character.isUpperCase(before.charAt(0)) && before.chars().anyMatch(Character::isLowerCase);
        if (!name || token.length() < 2 || !NUMERAL.matcher(token).matches()) {
            return null;
        }
        int value = value(token);
        Counts cardinal = Numbers.read(Integer.toString(value));
        Counts ordinal = Numbers.read(value + "th");
        if (cardinal == null || ordinal == null) {
            return null;
        }
        Counts withThe = ordinal.plus(1);
        return RULERS.contains(before) ? withThe.or(cardinal) : cardinal.or(withThe);
    }

    private static int value(String numeral) {
        int all = 0;
        int right = 0;
        for (int i = numeral.length() - 1; i >= 0; i--) {
            int letter = VALUES.get("XVI".indexOf(numeral.charAt(i)));
            all += letter < right ? -letter : letter;
            right = letter;
        }
        return all;
    }
}
