package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Removal.Reason;

/**
 * Takes off what nobody reads as verse, whatever the syllables come to with it: marks in sequence on all lines, the count of a line at
 * its end, footnotes, the label of the poem. That it fits the form is no reason to count it.
 */
final class Marks {

    private static final Set<List<Integer>> SEQUENCES = Set.of(Form.SYLLABLES, List.of(1, 2, 3));

    private static final String COUNT =
            "(?:\\d{1,2}|five|seven)(?:[-\\s]?(?:syl\\p{L}*\\.?|beats?|mora[es]?|sounds?))?";
    private static final Pattern BRACKETED = Pattern.compile(
            "^[(\\[{<]\\s*" + COUNT + "\\s*[)\\]}>]\\s*(?:[:\u2013\u2014-]\\s+)?(?=\\S)|(?<=\\S)\\s*[(\\[{<]\\s*"
                    + COUNT + "\\s*[\u2713\u2714\u2705]?\\s*[)\\]}>][.,;]?$",
            Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> COUNTS =
            List.of(count('5', "\u2464\u2075", "\\s-+|"), count('7', "\u2466\u2077", ""));
    private static final Pattern DASHED =
            Pattern.compile("(?<=[^\\s\\d])\\s*(?:[\u2013\u2014|=]|\\s-+|[\u2705\u2713\u2714]\ufe0f?)\\s*(\\d)[.,;]?$");
    /** <i>(line one)</i>, <i>Verse 2:</i> before a line. */
    private static final Pattern PLACE = Pattern.compile(
            "^(?:[(\\[](?:(?:first|second|third|last|final) (?:line|verse)|(?:line|verse) (?:\\d|one|two|three))[)\\]]"
                    + "|(?:line|verse) \\d\\b|(?:line|verse) (?:one|two|three)(?=\\s*[:.)]))\\s*[:.)]?\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private static final Predicate<String> PLACES = Glance.starts("([lLvV");
    private static final String SEASON =
            "[(\\[](?:kigo: ?)?(?:(?:early|late|mid|deep|high)[- ]?)?(?:spring|summer|autumn|fall|winter|new year)[)\\]]";
    private static final Pattern SEASON_BEFORE =
            Pattern.compile("^" + SEASON + "\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEASON_AFTER =
            Pattern.compile("(?<=\\S)\\s*" + SEASON + "[.]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTNOTE = Pattern.compile(
            "(?<=[\\p{L}\\p{Po}])(?:\\s*\\[\\d{1,2}\\](?=[.,;!?]?$)|\\[\\d{1,2}\\]|(?<=\\p{L}{2}|\\p{Po})[\u00b9\u00b2\u00b3](?![\\p{L}\\d]))");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:(?:(?:first|second|final|revised|corrected|improved|original) ?)?(?:poem|haiku|answer|draft|version|verse|output|response|result|text|title)?(?: ?#?\\d| one| two)?"
                    + "|ai|bot|assistant|mistral|me|a)(?<=\\w)\\s*:\\s*(?!\\d)){1,3}(?=\\S)|^(?:haiku|poem)(?: ?#?\\d)?\\s+[-\u2013\u2014]\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    /** <i>Here you go: cold rain</i>. */
    private static final Pattern HANDED = Pattern.compile(
            "^(?:(?:sure|certainly|of course|okay|ok|alright|absolutely)[,!.]?\\s+)?here(?: you go| it is| it goes| goes|(?:'s|\u2019s) (?:one|yours))\\s*[:!]\\s+(?=\\S)"
                    + "|^(?:sure|certainly|of course|okay|ok|alright|absolutely)[,!.]?\\s+here\\s*[:!]\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST_NUMERAL = Pattern.compile("^I\\.\\s+(?=\\p{L})");

    private static final Pattern FAREWELL = Pattern.compile(
            "(?<=[.!?])\\s+(?i:enjoy|hope (?:that|this|it) helps|(?:i )?hope you (?:like|enjoy) it|let me know.{0,60})[.!]*$|\\s*[(\\[](?i:the end|end|fin)[.!]?[)\\]]\\.?$");
    /** <i>a first snow (kigo)</i>, <i>pond ice cracks [or: breaks]</i>: said of a word, not part of its verse. */
    private static final Pattern SAID_OF_WORD = Pattern.compile(
            "\\s*[(\\[](?:kigo|kireji|(?:season(?:al)?|cutting|pivot) (?:word|reference)|juxtaposition|sic|pause|beat|(?:check|fix|todo|tbd|revise|rewrite)\\b[^()\\[\\]]{0,30}|(?:syllable )?count\\s*:?\\s*\\d{1,2}|(?:or|alt(?:ernat(?:e|ive))?)\\s*:[^()\\[\\]]{1,40})[)\\]]",
            Pattern.CASE_INSENSITIVE);

    /** <i>Gnocchi (NYOH-kee) float</i>: how a word is said. */
    private static final Pattern SOUNDED =
            Pattern.compile("\\s*[(\\[](?=[^()\\[\\]]*\\p{Lu}{2})(?=[^()\\[\\]]*-)[\\p{L}\u02c8\u02cc-]{3,30}[)\\]]");

    private final Form form;
    private final List<String> lines;
    private final List<Removal> removals;

    Marks(Form form, List<String> lines, List<Removal> removals) {
        this.form = form;
        this.lines = lines;
        this.removals = removals;
    }

    /** <i>and the sky falls - 5</i>; but <i>the train leaves from track - 7</i> stays. */
    private static Pattern count(char digit, String signs, String hyphen) {
        return Pattern.compile("(?<=[^\\s\\d])\\s*(?:[" + signs + "]|(?:[\u2013\u2014|]|" + hyphen
                + "[\u2705\u2713\u2714]\ufe0f?)\\s*" + digit + ")[.,;]?$");
    }

    /** What stands on all lines alike: <i>Five. ... Seven. ... Five. ...</i>; <i>..., five</i> on one line alone is verse. */
    void sequences() {
        sequence(LineNumber::before);
        sequence(LineNumber::after);
    }

    private void sequence(Function<String, @Nullable LineNumber> end) {
        List<LineNumber> numbers = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String line : lines) {
            LineNumber number = end.apply(line);
            if (number == null) {
                return;
            }
            numbers.add(number);
            rest.add(number.without(line));
        }
        if (isMeant(numbers, rest) && !isVerse(numbers, rest)) {
            for (int i = 0; i < lines.size(); i++) {
                take(i, rest.get(i), isPlace(numbers) ? Reason.LIST : Reason.ANNOTATION);
            }
        }
    }

    /** Whether the numbers are 5, 7, 5 or 1, 2, 3, or each says how many syllables the rest of its line has. */
    private boolean isMeant(List<LineNumber> numbers, List<String> rest) {
        List<Integer> values = numbers.stream().map(LineNumber::value).toList();
        boolean listed = isPlace(numbers) && numbers.stream().anyMatch(number -> number.comma() && number.word());
        return !listed && (isSequence(numbers) || form.reachAll(rest, values));
    }

    /** <i>1 frog, 2 more frogs, 3 lamps</i>: where nothing parts them, they are words if the lines have the form with them alone. */
    private boolean isVerse(List<LineNumber> numbers, List<String> rest) {
        boolean bare =
                IntStream.range(0, lines.size()).allMatch(i -> numbers.get(i).isBare(lines.get(i)));
        return isPlace(numbers) && bare && form.fits(lines) && !form.fits(rest);
    }

    /** Whether they are 5, 7, 5 or 1, 2, 3. */
    static boolean isSequence(List<LineNumber> numbers) {
        return SEQUENCES.contains(numbers.stream().map(LineNumber::value).toList());
    }

    private static boolean isPlace(List<LineNumber> numbers) {
        return numbers.getFirst().value() == 1;
    }

    /** What is no verse on a single line either. */
    void strip() {
        boolean noted = lines.stream().anyMatch(line -> line.indexOf('\u00b9') > 0); // mc\u00b2 alone is no note
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Glance.has(line, "([{<")) {
                take(i, BRACKETED, Reason.ANNOTATION);
                take(i, SAID_OF_WORD, Reason.ANNOTATION);
                take(i, SOUNDED, Reason.ANNOTATION);
            }
            if (PLACES.test(line)) {
                take(i, PLACE, Reason.LABEL);
            }
            if (Glance.has(line, "57\u2464\u2466\u2075\u2077") && i < Form.SYLLABLES.size()) {
                take(i, COUNTS.get(Form.SYLLABLES.get(i) == 5 ? 0 : 1), Reason.ANNOTATION);
            }
            if (Glance.hasDigit(line)) {
                honest(i);
            }
            if (line.indexOf('[') > 0 || noted) {
                take(i, FOOTNOTE, Reason.ANNOTATION);
            }
        }
        if (Glance.has(lines.getFirst(), ":-\u2013\u2014")) {
            take(0, LABEL, Reason.LABEL);
        }
        if (Glance.has(lines.getFirst(), ":!")) {
            take(0, HANDED, Reason.PREAMBLE);
        }
        if (lines.getFirst().startsWith("I. ")) {
            take(0, FIRST_NUMERAL, Reason.LIST);
        }
        if (Glance.has(lines.getLast(), ".!?([")) {
            take(lines.size() - 1, FAREWELL, Reason.CLOSING);
        }
        if (Glance.has(lines.getFirst() + lines.getLast(), "([")) {
            take(0, SEASON_BEFORE, Reason.ANNOTATION);
            take(lines.size() - 1, SEASON_AFTER, Reason.ANNOTATION);
        }
    }

    /** <i>and the sky falls - 4</i>: a number after a dash that says how many syllables there are before it. */
    private void honest(int line) {
        Matcher dashed = DASHED.matcher(lines.get(line));
        if (dashed.find()
                && form.reaches(lines.get(line).substring(0, dashed.start()), Integer.parseInt(dashed.group(1)))) {
            take(line, lines.get(line).substring(0, dashed.start()), Reason.ANNOTATION);
        }
    }

    private void take(int line, Pattern pattern, Reason reason) {
        take(line, pattern.matcher(lines.get(line)).replaceAll(""), reason);
    }

    private void take(int line, String rest, Reason reason) {
        String left = rest.strip();
        if (!left.equals(lines.get(line)) && !left.isEmpty()) {
            removals.add(new Removal(reason, lines.get(line)));
            lines.set(line, left);
        }
    }
}
