package org.kukai.haiku;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import org.kukai.syllable.Source;
import org.kukai.syllable.WordCount;

/**
 * Tells other languages from English. Where a single small word stands that only English has, the text is English. Otherwise German, French,
 * Spanish, Italian, Portuguese and Dutch are known by the small words that each needs: three different ones, or two beside a letter that English
 * lacks, so that <i>an old café, la nuit</i> stays English; Japanese by the syllables that its words are made of; and any language by
 * words half of which no list of English has.
 */
final class Tongue {

    private static final int CERTAIN = 3;
    private static final int LIKELY = 2;
    /** Fewer unknown words may all be names or inventions. */
    private static final int MANY_UNKNOWN = 4;
    /** Shorter ones are in some list or other. */
    private static final int SHORTEST_TELLING = 3;

    private static final String OTHER_LETTERS =
            "\u00e4\u00f6\u00fc\u00df\u00e0\u00e2\u00ea\u00ee\u00f4\u00fb\u00f9\u0153\u00e1\u00ed\u00f3\u00fa\u00e3\u00f5\u00f1\u00ec\u00f2\u00e7\u00e8\u00e9";
    private static final int LONGEST = 7;
    private static final int ENGLISH = 1 << 30;
    private static final List<String> OTHERS = List.of(
            "der das und ein eine einen einem einer eines dem des ist sind im auf mit nicht ich sich zum zur von durch \u00fcber unter ins vom aus wie noch nur ihr "
                    + "sein mein meine kein keine wird nach vor wenn dann hier schon mir dich wir uns sie aber ohne hinter zwischen bleibt \u00fcberm unterm",
            "le les et une dans un du sur est qui des ce cette au aux avec elle il sous ses vers sans ne la de en son sa leur je nous vous mon "
                    + "comme mais o\u00f9 quand puis encore tout tr\u00e8s sont",
            "el los las una y en del con por que es un se su la de al como sobre entre sin lo mi muy donde cuando ya bajo hasta",
            "il nel nella una un della del di che gli sul sulla lo la con si tra per dei delle nei e \u00e8 come nell dell all dal",
            "um uma os da na em que de ao com pelo pela sobre dos das nas nos o e \u00e9 no do seu sua mais como",
            "de het een van en op met zijn niet voor naar uit wat dat nog maar onder door");
    private static final String ENGLISH_ONLY =
            "the of and to with is are from by her their its it your my this that for then into under over through out she you "
                    + "we they at where when each not who be has had again after before above between now only there here like but";

    /** The small words of Japanese. */
    private static final Set<String> PARTICLES = Set.of(
            "no", "ni", "wo", "ya", "ga", "wa", "te", "mo", "kana", "keri", "de", "ka", "kara", "made", "zo", "nari");

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

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    /** <i>a</i> and <i>I</i>, which are no Japanese words. */
    private static final Pattern ENGLISH_LETTERS = Pattern.compile("(?i)\\b[ai]\\b");

    private Tongue() {}

    /** Whether lines are certainly of another language, by the look of them. */
    static boolean isForeign(List<String> lines) {
        return isForeign(lines, smallWords(lines));
    }

    private static boolean isForeign(List<String> lines, int small) {
        return small >= CERTAIN || (small >= LIKELY && hasOtherLetter(lines)) || (small >= 0 && isJapanese(lines));
    }

    /**
     * Whether lines are of another language, by the look of them or because English does not know their words.
     *
     * @param words gives the counted words of each line
     */
    static boolean isForeign(List<String> lines, IntFunction<List<WordCount>> words) {
        int small = smallWords(lines);
        return isForeign(lines, small) || (small >= 0 && isUnknown(lines.size(), words));
    }

    private static boolean hasOtherLetter(List<String> lines) {
        return lines.stream().anyMatch(line -> Glance.has(line.toLowerCase(Locale.ROOT), OTHER_LETTERS));
    }

    private static boolean isJapanese(List<String> lines) {
        return !lines.isEmpty()
                && lines.stream().allMatch(Romaji::is)
                && lines.stream()
                        .flatMap(line -> LETTERS.matcher(line).results())
                        .anyMatch(word -> PARTICLES.contains(word.group().toLowerCase(Locale.ROOT)))
                && lines.stream()
                        .noneMatch(line -> ENGLISH_LETTERS.matcher(line).find());
    }

    private static boolean isUnknown(int lines, IntFunction<List<WordCount>> words) {
        int telling = 0;
        int unknown = 0;
        for (int line = 0; line < lines; line++) {
            for (WordCount word : words.apply(line)) {
                telling += word.word().length() >= SHORTEST_TELLING ? 1 : 0;
                unknown += word.word().length() >= SHORTEST_TELLING && word.source() == Source.MODEL ? 1 : 0;
            }
        }
        return unknown >= MANY_UNKNOWN && 2 * unknown >= telling;
    }

    /** Whether lines may well be of the other language that stands in a heading above them. */
    static boolean mayBeForeign(List<String> lines) {
        return smallWords(lines) > 0;
    }

    /** How many different small words of one other language there are; below 0 where there is one of English. */
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
                        return -1;
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
