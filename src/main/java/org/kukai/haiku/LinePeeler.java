package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.RawLine.Role;
import org.kukai.haiku.Removal.Reason;

import static org.kukai.haiku.Glance.ends;
import static org.kukai.haiku.Glance.starts;

/** Takes the decorations off one line, from the outside in, until nothing more comes off. */
final class LinePeeler {

    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern WHOLE = Pattern.compile("^(\\*{1,3}|_{1,3}|~~)(?=\\S)([^*_]*\\S)\\1$");
    private static final Pattern PAIR =
            Pattern.compile("(\\*{1,3}|(?<!\\w)_{1,3}|~~)(?=\\S)([^*_~]*[^*_~\\s])\\1(?![\\p{L}\\p{N}_])");
    /** Around the first letters of a word, or anywhere within one: <i>**C**old</i>. */
    private static final Pattern IN_WORD = Pattern.compile(
            "(?<!\\*)(\\*{2,3})(?=[^\\s*])([^*]*[^*\\s])\\1(?=\\p{L})|(?<![\\p{L}\\p{N}_])(__?)([\\p{L}']{1,30})\\3(?=\\p{L})"
                    + "|(?<!\\*)(\\*)([\\p{L}']{1,30})\\5(?=\\p{L})");

    /** <i>a ~~very~~ long road</i>: taken back by its writer; all of a line may be struck, and is kept. */
    private static final Pattern STRUCK =
            Pattern.compile("(?<=\\S)\\s*~~(?=\\S)[^~]{1,80}~~\\s*|^~~(?=\\S)[^~]{1,80}~~\\s*(?=\\S)");

    private static final Pattern LOOSE =
            Pattern.compile("^[*_]{1,3}(?=[^\\s*_])|(?<=[^\\s*_])[*_]{1,3}$|^\\*{2,3}\\s+|\\s+\\*{2,3}$");
    private static final Pattern QUOTED = Pattern.compile(
            "^(?:\"([^\"]+)\"|\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb|`([^`]+)`|\u2039([^\u2039\u203a]+)\u203a|\u201e([^\u201e\u201c]+)[\u201c\u201d])([.]?),?$");
    private static final Predicate<String> QUOTES = starts("\"\u201c\u00ab`\u2039\u201e");
    private static final Predicate<String> APART = starts("[\u3010\u300e\u300c=-");
    private static final Pattern SET_APART = Pattern.compile(
            "^(?:\\[(?:title:\\s*)?([^\\[\\]]+)\\]|\u3010([^\u3010\u3011]+)\u3011|\u300e([^\u300e\u300f]+)\u300f|\u300c([^\u300c\u300d]+)\u300d"
                    + "|([=-])\\5{1,5}\\s+(\\S[^=]*\\S)\\s+\\5{2,6})$");
    private static final Pattern RULE = Pattern.compile("^(?:[-*_~=|:\u2013\u2014]\\s*){3,}$");
    private static final Predicate<String> RULES = starts("-*_~=|:\u2013\u2014");
    private static final Predicate<String> FENCES = starts("`~\\{}[]$").or(ends("\"')"));
    private static final Pattern FENCE = Pattern.compile(
            "^(?:(?:`{3,}|~{3,})\\s*[\\w+-]{0,20}|(?:\\w{1,20}\\s*[=:]\\s*)?(?:print\\(f?)?(?:\"{3}|'{3})\\)?|\\\\(?:begin|end)\\{\\w{1,20}\\}|\\${1,2}|\\\\boxed\\{|[{}\\[\\]],?)$");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<=\\S)\\[\\^\\w{1,9}\\](?!:)");
    /** The mark before a column of LaTeX. */
    private static final Pattern ALIGNED = Pattern.compile("^&(?=\\\\)");

    private static final Pattern LATEX =
            Pattern.compile("\\\\(?:text(?:it|bf|rm)?|emph|mathrm|mathit)\\{([^{}]{0,200})\\}");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([*_`#>~\"'-])");

    private final List<Removal> removals = new ArrayList<>();
    private boolean marked;
    private String text;

    private LinePeeler(String line) {
        text = line;
    }

    static RawLine peel(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return new RawLine(line, "", Role.BLANK, false, List.of(), null);
        }
        if (isBare(stripped)) {
            return read(stripped, stripped, false, List.of());
        }
        if (stripped.length() > RawLine.LONGEST) {
            return new RawLine(stripped, stripped, Role.VERSE, false, List.of(), null);
        }
        if ((RULES.test(stripped) && RULE.matcher(stripped).matches())
                || (FENCES.test(stripped) && FENCE.matcher(stripped).matches())) {
            return new RawLine(stripped, "", Role.RULE, false, List.of(), null);
        }
        LinePeeler peeler = new LinePeeler(stripped);
        peeler.peel();
        return read(stripped, peeler.text, peeler.marked, peeler.removals);
    }

    private static RawLine read(String raw, String text, boolean marked, List<Removal> removals) {
        boolean note = text.codePoints().noneMatch(Character::isLetterOrDigit);
        Role role = note ? Role.NOTE : Chatter.role(text, marked);
        boolean talks = role == Role.PREAMBLE || role == Role.TITLE || role == Role.CLOSING;
        return new RawLine(raw, text, role, marked, removals, talks ? Talk.afterPreamble(text) : null);
    }

    /** Whether it holds nothing that a decoration is made of; most lines do, and are spared the patterns. */
    private static boolean isBare(String line) {
        if (line.length() > RawLine.LONGEST
                || !Character.isLetter(line.charAt(0))
                || line.regionMatches(true, 0, "line ", 0, 5)) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean bare = Character.isLetter(c) || " ,.;!?'\u2019\u2026".indexOf(c) >= 0;
            if (!bare) {
                return false;
            }
        }
        return !line.endsWith("syllables") && !line.endsWith("syllable");
    }

    private void peel() {
        if (text.indexOf('\\') >= 0) {
            take(Reason.WRAPPER, ALIGNED.matcher(text).replaceFirst(""));
            take(Reason.WRAPPER, LATEX.matcher(text).replaceAll("$1"));
            take(Reason.EMPHASIS, ESCAPED.matcher(text).replaceAll("$1"));
        }
        Matcher heading = HEADING.matcher(text);
        if (text.charAt(0) == '#' && heading.matches()) {
            marked = true;
            take(Reason.TITLE, heading.group(1));
        }
        if (text.contains("[^")) {
            take(Reason.ANNOTATION, FOOTNOTE.matcher(text).replaceAll(""));
        }
        if (text.indexOf('~') >= 0 && STRUCK.matcher(text).find()) {
            take(Reason.EMPHASIS, STRUCK.matcher(text).replaceAll(" ").replace("  ", " "));
        }
        String before;
        do {
            before = text;
            emphasis();
            quotes();
            setApart();
            for (Decoration decoration : Decoration.ALL) {
                if (decoration.glance().test(text)) {
                    take(decoration);
                }
            }
        } while (!before.equals(text));
    }

    private void take(Decoration decoration) {
        Matcher matcher = decoration.pattern().matcher(text);
        if (matcher.find() && matcher.end() > matcher.start()) {
            take(decoration.reason(), text.substring(0, matcher.start()) + text.substring(matcher.end()));
        }
    }

    private void emphasis() {
        if (!Glance.has(text, "*_~")) {
            return;
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            marked = true;
            take(Reason.EMPHASIS, whole.group(2));
        }
        if (IN_WORD.matcher(text).find()) {
            take(Reason.EMPHASIS, IN_WORD.matcher(text).replaceAll("$2$4$6"));
        }
        if (PAIR.matcher(text).find()) {
            take(Reason.EMPHASIS, PAIR.matcher(text).replaceAll("$2"));
        }
        if (LOOSE.matcher(text).find()) {
            take(Reason.EMPHASIS, LOOSE.matcher(text).replaceAll(""));
        }
    }

    private void quotes() {
        Matcher quoted = QUOTED.matcher(text);
        if (QUOTES.test(text) && quoted.matches()) {
            marked = true;
            take(Reason.QUOTE, inside(quoted));
        }
    }

    /** <i>[The Old Pond]</i>: as titles are. */
    private void setApart() {
        Matcher matcher = SET_APART.matcher(text);
        if (APART.test(text) && matcher.matches()) {
            marked = true;
            take(Reason.QUOTE, inside(matcher));
        }
        marked |= text.startsWith("(") && text.indexOf(')') == text.length() - 1;
    }

    private static String inside(Matcher matcher) {
        StringBuilder inside = new StringBuilder();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            boolean mark = matcher.group(group) == null || "=-".contains(matcher.group(group));
            inside.append(mark ? "" : matcher.group(group));
        }
        return inside.toString();
    }

    private void take(Reason reason, String left) {
        if (!left.equals(text)) {
            removals.add(new Removal(reason, text));
            text = left.strip();
        }
    }
}
