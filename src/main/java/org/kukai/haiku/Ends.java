package org.kukai.haiku;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

/** Takes off words that stand before the poem in its first line or after it in its last, where only without them that line has its syllables. */
final class Ends {

    private static final Pattern OPENING = Pattern.compile("[:.!,]['\"\u201d]?\\s+|\\s+[-\u2013\u2014]+\\s+");
    private static final Pattern SIGNED = Pattern.compile(
            "\\s*(?:[-\u2013\u2014~]{1,2}\\s*|\\((?=\\p{Lu}))(?:by )?\\p{Lu}[\\p{L}.'\u2019-]*(?:\\s+\\p{Lu}[\\p{L}.'\u2019-]*){0,3}\\)?$");
    /** What poets write large behind a dash. */
    private static final Set<String> CAPITALS = Set.of(
            "I",
            "God",
            "Spring",
            "Summer",
            "Autumn",
            "Fall",
            "Winter",
            "Death",
            "Love",
            "Time",
            "Home",
            "Mother",
            "Father",
            "Mom",
            "Dad",
            "Silence",
            "Snow",
            "Rain",
            "Peace",
            "Night",
            "Dawn",
            "Heaven",
            "Earth",
            "Moon",
            "Sun",
            "Nature",
            "Life",
            "Christmas",
            "Monday");

    private static final Pattern DASHES = Pattern.compile("\\s*[-\u2013\u2014]+$");
    private static final String QUOTES = "\"\u201c\u00ab\u201e";
    private static final List<String> CLOSING_QUOTES = List.of("\"", "\u201d", "\u00bb", "\u201c\u201d");
    private static final int LONGEST_OPENING = 120;

    private final Form form;
    private final List<String> lines;
    private final List<Removal> removals;

    Ends(Form form, List<String> lines, List<Removal> removals) {
        this.form = form;
        this.lines = lines;
        this.removals = removals;
    }

    void strip() {
        opening();
        behindQuotes();
        int last = lines.size() - 1;
        int remark = Talk.remarkIn(lines.get(last));
        if (remark > 0 && helps(last, lines.get(last).substring(0, remark))) {
            take(last, Reason.CLOSING, lines.get(last).substring(0, remark));
        }
        int dash = lastDash(lines.get(last));
        if (dash > 0
                && Chatter.mentionsPoems(lines.get(last).substring(dash))
                && helps(last, lines.get(last).substring(0, dash))) {
            take(last, Reason.CLOSING, lines.get(last).substring(0, dash));
        }
        Matcher signed = SIGNED.matcher(lines.get(last));
        if (Glance.has(lines.get(last), "-\u2013\u2014~(")
                && signed.find()
                && signed.start() > 0
                && (isName(signed.group()) || helps(last, lines.get(last).substring(0, signed.start())))) {
            take(last, Reason.SIGNATURE, lines.get(last).substring(0, signed.start()));
        }
    }

    /** <i>Sure! An old silent pond</i>; <i>The Old Pond: an old silent pond</i>. */
    private void opening() {
        String first = lines.getFirst();
        if (!Glance.has(first, ":.!,-\u2013\u2014")) {
            return;
        }
        Matcher end = OPENING.matcher(first);
        while (end.find() && end.end() <= LONGEST_OPENING) {
            String before = first.substring(0, end.end()).strip();
            boolean opens = before.endsWith(":")
                    || Chatter.opensAnswer(DASHES.matcher(before).replaceFirst(""));
            if (opens && helps(0, first.substring(end.end()))) {
                boolean titled = before.endsWith(":") && Chatter.isTitleCase(before.substring(0, before.length() - 1));
                take(
                        0,
                        titled ? Reason.TITLE : before.length() < 10 ? Reason.LABEL : Reason.PREAMBLE,
                        first.substring(end.end()));
                return;
            }
        }
    }

    /** Whether a line ends with a name behind a dash that nobody would take for words of the verse. */
    static boolean isSigned(String line) {
        if (!Glance.has(line, "-\u2013\u2014~")) {
            return false;
        }
        Matcher signed = SIGNED.matcher(line);
        return signed.find() && signed.start() > 0 && isName(signed.group());
    }

    /** Whether a space and a dash part it from the verse, and poets do not write it large. */
    private static boolean isName(String behind) {
        String name = behind.strip();
        boolean parted = behind.charAt(0) == ' ' && "-\u2013\u2014~".indexOf(name.charAt(0)) >= 0;
        return parted && !CAPITALS.contains(name.replaceFirst("^[-\u2013\u2014~]+\\s*", ""));
    }

    private static int lastDash(String line) {
        int dash = line.length() - 1;
        while (dash > 0
                && "\u2013\u2014".indexOf(line.charAt(dash)) < 0
                && !(line.charAt(dash) == '-' && line.charAt(dash - 1) == ' ')) {
            dash--;
        }
        return dash;
    }

    /** <i>"... before the sun comes" \u2014 on patience</i>: what stands behind the quotes around a whole poem is none of it. */
    private void behindQuotes() {
        int kind = lines.getFirst().isEmpty()
                ? -1
                : QUOTES.indexOf(lines.getFirst().charAt(0));
        if (kind < 0) {
            return;
        }
        String marks = CLOSING_QUOTES.get(kind);
        int last = lines.size() - 1;
        String line = lines.get(last);
        int end = Glance.first(line, marks);
        boolean around = end > 0
                && Glance.first(line.substring(end + 1), marks) < 0
                && Glance.first(lines.getFirst().substring(1), marks) < 0
                && lines.subList(1, last).stream().allMatch(middle -> Glance.first(middle, marks) < 0);
        String behind = around ? line.substring(end + 1).strip() : "";
        String verse = around ? line.substring(0, end + 1) : "";
        boolean words = behind.codePoints().anyMatch(Character::isLetterOrDigit);
        boolean apart = words && "-\u2013\u2014~([".indexOf(behind.charAt(0)) >= 0;
        if (words && (helps(last, verse) || (apart && !form.reaches(line, Form.SYLLABLES.get(last))))) {
            take(last, Reason.CLOSING, verse);
        }
    }

    private boolean helps(int line, String without) {
        int syllables = Form.SYLLABLES.get(line);
        return !form.reaches(lines.get(line), syllables) && form.reaches(without, syllables);
    }

    private void take(int line, Reason reason, String left) {
        removals.add(new Removal(reason, lines.get(line)));
        lines.set(line, left.strip());
    }
}
