package org.kukai.haiku;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells German, French, Spanish, Italian and Portuguese from English, by the small words that each needs: three different ones, and
 * none that only English has, so that <i>an old café, la nuit</i> stays English.
 */
final class Tongue {

    private static final int CERTAIN = 3;
    private static final int LONGEST = 7;
    private static final int ENGLISH = 1 << 30;
    private static final List<String> OTHERS = List.of(
            "der das und ein eine einen einem einer dem des ist im auf mit nicht ich sich zum zur von durch \u00fcber ins vom aus wie noch nur ihr sein",
            "le les et une dans un du sur est qui des ce cette au aux avec elle il sous ses vers sans ne la de en son sa leur",
            "el los las una y en del con por que es un se su la de al como sobre entre sin",
            "il nel nella una un della del di che gli sul sulla lo la con si tra per dei delle nei",
            "um uma os da na em que de ao com pelo pela sobre dos das nas nos");
    private static final String ENGLISH_ONLY =
            "the of and to with is are from by her their its it your my this that for then into under over through out she you "
                    + "we they at where when each not who be has had again after before above between now only there here like but";

    private static final Map<String, Integer> WORDS = new HashMap<>();

    static {
        for (int i = 0; i < OTHERS.size(); i++) {
            for (String word : OTHERS.get(i).split(" ", -1)) {
                WORDS.merge(word, 1 << i, (one, other) -> one | other);
            }
        }
        for (String word : ENGLISH_ONLY.split(" ", -1)) {
            WORDS.put(word, ENGLISH);
        }
    }

    private Tongue() {}

    /** Whether lines are certainly of another language. */
    static boolean isForeign(List<String> lines) {
        return smallWords(lines) >= CERTAIN;
    }

    /** Whether lines may well be of the other language that stands in a heading above them. */
    static boolean mayBeForeign(List<String> lines) {
        return smallWords(lines) > 0;
    }

    /** How many different small words of one other language there are; 0 where there is one of English. */
    private static int smallWords(List<String> lines) {
        Set<String> seen = new HashSet<>();
        int[] found = new int[OTHERS.size()];
        int most = 0;
        for (String line : lines) {
            int start = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i == line.length() || !Character.isLetter(line.charAt(i))) {
                    int kind = i - start > LONGEST || i == start ? 0 : kind(line.substring(start, i));
                    if (kind == ENGLISH) {
                        return 0;
                    }
                    if (kind != 0 && seen.add(line.substring(start, i).toLowerCase(Locale.ROOT))) {
                        for (int tongue = 0; tongue < found.length; tongue++) {
                            found[tongue] += kind >> tongue & 1;
                            most = Math.max(most, found[tongue]);
                        }
                    }
                    start = i + 1;
                }
            }
        }
        return most;
    }

    private static int kind(String word) {
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }
}
