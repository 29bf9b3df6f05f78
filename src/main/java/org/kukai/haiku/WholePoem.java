package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * Takes off a poem what can only be seen on all its lines together: counts and labels on each, quotes around it. What may
 * be a word of the poem goes only where the poem comes nearer to its form without it.
 */
final class WholePoem {

    private static final String OPENING = "\"\u201c\u00ab'\u2018`\u201e\u2039\u300c\u300e[(";
    private static final String CLOSING = "\"\u201d\u00bb'\u2019`\u201c\u203a\u300d\u300f])";

    private static final String DOUBLE = "\"\u201c\u201d";
    private static final String DASH = "[-\u2013\u2014]";
    private static final Pattern COUNT_BEFORE = Pattern.compile("^(\\d)\\s*(?::\\s+|" + DASH + "\\s+|\\s)(?=\\S)");
    private static final Pattern COUNT_AFTER = Pattern.compile(
            "(?<=[^\\d\\s])(?:\\s+(?:" + DASH + "|[~;\u2026])\\s*|\\s*:\\s*)(\\d{1,2}|(?i:five|seven))$");
    private static final Pattern COUNT_BARE = Pattern.compile("(?<=\\S)\\s+([\\d\u2070-\u2079\u2080-\u2089])$");
    private static final Pattern COUNT_BRACKETED =
            Pattern.compile("(?<=\\S)\\s*[(\\[{<][^()\\[\\]{}<>]{0,40}(\\d{1,2})[^()\\[\\]{}<>]{0,40}[)\\]}>][.,;]?$");
    private static final Pattern MARK_BEFORE = Pattern.compile(
            "^(?:\\(?(i{1,3}|[abc1-3])[.)]|([\u2460-\u2462\u2776-\u2778]))\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASH_BEFORE = Pattern.compile("^(?:--|[-\u2013\u2014])\\s*(?=\\p{L})");
    private static final Pattern LABEL = Pattern.compile("^[\\p{L}\\d#][\\p{L}\\d# ()-]{0,30}:\\s+(?=\\S)");
    /** <i>an old silent pond: sets the scene</i>. */
    private static final Pattern COMMENT = Pattern.compile("(?<=\\S)(?:\\s*:\\s+|\\s+[\u2190\u2013\u2014]\\s+)\\S.*$");

    private static final Pattern COMMENT_BRACKETED =
            Pattern.compile("(?<=\\S)\\s*(?:\\([^()]{4,120}\\)|\\[[^\\[\\]]{4,120}\\])[.,;]?$");
    private static final String SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final Pattern FOOTNOTE = Pattern.compile("(?<=[\\p{L}\\p{Po}])[" + SUPERSCRIPTS + "]{1,2}$");
    private static final Pattern WORD_COUNT = Pattern.compile("(?<=[\\p{L}\\p{Po}])\\s?[(\\[]\\d[)\\]]");
    private static final Predicate<String> BRACKETS = Glance.has("([");
    private static final Predicate<String> DIGIT_BEFORE = Glance.starts("0123456789");
    private static final Predicate<String> NUMBER_AFTER = Glance.ends(
            "0123456789eEnN\u2070\u2071\u2072\u2073\u2074\u2075\u2076\u2077\u2078\u2079\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089");
    private static final Predicate<String> BRACKET_AFTER =
            Glance.ends(")]}>.,;").and(Glance.has("([{<"));
    private static final Predicate<String> MARKED =
            Glance.starts("(iIaAbBcC123").or(Glance::opensWithPicture);
    private static final Predicate<String> COLON = Glance.has(":");
    private static final Predicate<String> COMMENTED = Glance.has(":\u2190\u2013\u2014");
    private static final Predicate<String> RAISED = Glance.ends(SUPERSCRIPTS);
    private static final Predicate<String> DASHED = Glance.starts("-\u2013\u2014");
    private static final List<List<String>> ANY = List.of();
    private static final List<List<String>> FORM =
            List.of(List.of("5", "7", "5"), List.of("⁵", "⁷", "⁵"), List.of("₅", "₇", "₅"));
    private static final List<List<String>> FORM_OR_PLACE = List.of(List.of("5", "7", "5"), List.of("1", "2", "3"));

    private final Form form;
    private final Syllables syllables;
    private final List<String> lines;
    private final List<Removal> removals;

    WholePoem(Form form, Syllables syllables, List<String> lines, List<Removal> removals) {
        this.form = form;
        this.syllables = syllables;
        this.lines = new ArrayList<>(lines);
        this.removals = removals;
    }

    List<String> lines() {
        if (lines.stream().anyMatch(line -> line.length() > RawLine.LONGEST)) {
            return lines;
        }
        Marks marks = new Marks(form, lines, removals);
        marks.sequences();
        if (lines.stream().anyMatch(BRACKETS)) {
            everywhere(WORD_COUNT, Reason.ANNOTATION);
        }
        if (first(DIGIT_BEFORE)) {
            counts(COUNT_BEFORE, FORM_OR_PLACE);
        }
        if (first(NUMBER_AFTER)) {
            counts(COUNT_AFTER, ANY);
            counts(COUNT_BARE, FORM);
        }
        if (first(BRACKET_AFTER)) {
            counts(COUNT_BRACKETED, ANY);
        }
        marks.strip();
        if (first(MARKED)) {
            onEach(MARK_BEFORE, Reason.LIST);
        }
        if (first(COLON)) {
            onEach(LABEL, Reason.LABEL);
        }
        if (first(COMMENTED)) {
            onEach(COMMENT, Reason.CLOSING);
        }
        if (first(BRACKET_AFTER)) {
            onEach(COMMENT_BRACKETED, Reason.ANNOTATION);
        }
        if (first(RAISED)) {
            footnotes();
        }
        if (first(DASHED) && startAlike(DASH_BEFORE)) {
            replaceAll(DASH_BEFORE, Reason.LIST);
        }
        new Ends(form, lines, removals).strip();
        quotes();
        loneQuote();
        new Splits(syllables, lines, removals).join();
        return lines;
    }

    /** What must hold of the first line for a mark that stands on all of them. */
    private boolean first(Predicate<String> glance) {
        return glance.test(lines.getFirst());
    }

    /** <i>An (1) old (1) silent (2) pond (1)</i> */
    private void everywhere(Pattern pattern, Reason reason) {
        long found =
                lines.stream().flatMap(line -> pattern.matcher(line).results()).count();
        if (found > lines.size() && onTargetWithout(pattern) > form.onTarget(lines)) {
            for (int i = 0; i < lines.size(); i++) {
                replace(i, reason, pattern.matcher(lines.get(i)).replaceAll(""));
            }
        }
    }

    /** A number on one line is a word of the poem; on each of the three, where they do not have the form with it, it counts. */
    private void counts(Pattern pattern, List<List<String>> allowed) {
        List<String> numbers = lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(number -> number.group(1))
                .toList();
        boolean meant = numbers.size() == lines.size() && (allowed.isEmpty() || allowed.contains(numbers));
        if (meant && !form.fits(lines)) {
            replaceAll(pattern, Reason.ANNOTATION);
        }
    }

    /** <i>Opening: ..., Middle: ..., Closing: ...</i> */
    private void onEach(Pattern pattern, Reason reason) {
        boolean all = lines.stream().allMatch(line -> pattern.matcher(line).find());
        if (all && onTargetWithout(pattern) > form.onTarget(lines)) {
            replaceAll(pattern, reason);
        }
    }

    /** <i>an old silent pond¹</i>, on each line. */
    private void footnotes() {
        if (lines.stream().allMatch(line -> FOOTNOTE.matcher(line).find())) {
            replaceAll(FOOTNOTE, Reason.ANNOTATION);
        }
    }

    private boolean startAlike(Pattern pattern) {
        List<String> marks = lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        return marks.size() == 1
                && lines.stream().allMatch(line -> pattern.matcher(line).find());
    }

    private int onTargetWithout(Pattern pattern) {
        return form.onTarget(
                lines.stream().map(line -> pattern.matcher(line).replaceAll("")).toList());
    }

    private void replaceAll(Pattern pattern, Reason reason) {
        for (int i = 0; i < lines.size(); i++) {
            replace(i, reason, pattern.matcher(lines.get(i)).replaceFirst(""));
        }
    }

    private void replace(int line, Reason reason, String left) {
        if (!left.equals(lines.get(line))) {
            removals.add(new Removal(reason, lines.get(line)));
            lines.set(line, left.strip());
        }
    }

    /** A mark at one end alone, whose fellow was lost. */
    private void loneQuote() {
        long marks = lines.stream()
                .flatMapToInt(String::chars)
                .filter(c -> DOUBLE.indexOf(c) >= 0)
                .count();
        String last = lines.getLast();
        if (marks == 1 && DOUBLE.indexOf(lines.getFirst().charAt(0)) >= 0) {
            replace(0, Reason.QUOTE, lines.getFirst().substring(1));
        } else if (marks == 1 && DOUBLE.indexOf(last.charAt(last.length() - 1)) >= 0) {
            replace(lines.size() - 1, Reason.QUOTE, last.substring(0, last.length() - 1));
        }
    }

    private void quotes() {
        String first = lines.getFirst();
        String last = lines.getLast();
        int kind = first.isEmpty() ? -1 : OPENING.indexOf(first.charAt(0));
        int end = last.length();
        while (end > 0 && ".,;".indexOf(last.charAt(end - 1)) >= 0) {
            end--;
        }
        String ending = last.substring(0, end);
        boolean closes = kind >= 0 && !ending.isEmpty() && closes(ending.charAt(ending.length() - 1), kind);
        boolean elsewhere = closes && (isQuotedInside(kind, ending) || startsWithElision(first));
        if (closes && !elsewhere && first.length() > 1 && ending.length() > 1) {
            removals.add(new Removal(
                    Reason.QUOTE, first.substring(0, 1) + "\u2026" + ending.substring(ending.length() - 1)));
            lines.set(0, first.substring(1).strip());
            lines.set(2, (ending.substring(0, ending.length() - 1) + last.substring(end)).strip());
        }
    }

    private static boolean closes(char mark, int kind) {
        return CLOSING.charAt(kind) == mark || (OPENING.charAt(kind) == '\u201e' && mark == '\u201d');
    }

    /** Whether the first line closes its own quotation or the last opens one, so that the marks do not belong to the poem. */
    private boolean isQuotedInside(int kind, String ending) {
        char close = CLOSING.charAt(kind);
        String first = lines.getFirst().substring(1);
        if (close == '\'' || close == '\u2019') {
            return first.matches(".*['\u2019](?:\\W.*)?") && first.matches(".*['\u2019](?![\\p{L}]).*");
        }
        boolean opened = "([".indexOf(OPENING.charAt(kind)) >= 0 && ending.indexOf(OPENING.charAt(kind)) >= 0;
        return opened || first.indexOf(close) >= 0;
    }

    /** <i>'twas</i>: the apostrophe is the word's own. */
    private boolean startsWithElision(String line) {
        List<WordCount> words = syllables.line(line);
        return !words.isEmpty() && words.getFirst().word().charAt(0) == line.charAt(0);
    }
}
