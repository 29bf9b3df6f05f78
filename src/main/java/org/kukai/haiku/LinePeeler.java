package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.RawLine.Role;
import org.kukai.haiku.Removal.Reason;

/** Takes the decorations off one line, from the outside in, until nothing more comes off. */
final class LinePeeler {

    private record Decoration(Reason reason, Pattern pattern) {
        Decoration(Reason reason, String pattern) {
            this(reason, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final String COUNT = "(?:\\d{1,2}|five|seven)";
    private static final String DASH = "[-\u2013\u2014]";
    private static final String UNIT = "(?:syl\\w*\\.?|beats?|morae?|sounds?)";

    private static final String PICTURE = "[\\p{So}\\x{1f3fb}-\\x{1f3ff}\u200d\ufe0f\u20e3~&&[^\u00b0\u00a9\u00ae]]";

    private static final List<Decoration> DECORATIONS = List.of(
            new Decoration(Reason.LIST, "^(?:>\\s?)+"),
            new Decoration(
                    Reason.LIST,
                    "^(?:[-*+\u2022\u2023\u25aa\u25e6\u25cf\u2192\u27a4\u2043\u00b7]\\s+|\\(?\\d{1,2}[.)]\\s*(?!\\d))"),
            new Decoration(
                    Reason.LABEL,
                    "^(?:(?:the )?(?:first|second|third|last|final|1st|2nd|3rd) line|line (?:\\d|one|two|three)|l[123])"
                            + "\\s*(?:[(\\[]" + COUNT + "(?: syllables?)?[)\\]])?\\s*(?::|" + DASH + "|\\.)[*_]*\\s*"),
            new Decoration(
                    Reason.LABEL,
                    "^(?:(?:my |a |the )?haiku(?: ?#?\\d+)?|poem|verse|answer|response|output|result|assistant|ai|model)\\s*:[*_]*\\s*(?=\\S)"),
            new Decoration(Reason.PREAMBLE, "^[^:]{0,80}\\b(?:haiku|poem)\\b[^:]{0,60}:\\s+(?=\\S.*(?: / |\\|))"),
            new Decoration(
                    Reason.ANNOTATION, "^[(\\[]" + COUNT + "(?:\\s*" + UNIT + ")?[)\\]]\\s*(?::|" + DASH + ")?\\s*"),
            new Decoration(Reason.ANNOTATION, "^" + COUNT + "\\s+syllables?\\s*(?::|" + DASH + ")\\s*"),
            new Decoration(
                    Reason.ANNOTATION,
                    "\\s*[(\\[{]\\s*" + COUNT + "(?:\\s*[-\u2013/,+ ]\\s*" + COUNT + "){0,9}(?:\\s*=\\s*\\d+)?(?:\\s*"
                            + UNIT + ")?\\s*[\u2713\u2714\u2705]?\\s*[)\\]}][.,;]?$"),
            new Decoration(
                    Reason.ANNOTATION,
                    "\\s*[(\\[][^()\\[\\]]{0,80}(?:syllab|haiku|5-7-5)[^()\\[\\]]{0,80}[)\\]][.,;]?$"),
            new Decoration(
                    Reason.ANNOTATION, "\\s*[(\\[][^()\\[\\]]{3,80}[-\u00b7][^()\\[\\]]{1,80}\\d{1,2}[)\\]][.,;]?$"),
            new Decoration(
                    Reason.ANNOTATION,
                    "(?:\\s*(?:" + DASH + "|[:=|])\\s*" + COUNT + "|,?\\s*\\b\\d{1,2})\\s+syllables?[.!]?$"),
            new Decoration(Reason.ANNOTATION, "(?<=[^\\d\\s])\\s*[=|]\\s*\\d{1,2}$"),
            new Decoration(Reason.CLOSING, "(?:\\s+#\\p{L}[\\p{L}\\d_]{0,30}){1,9}$"),
            new Decoration(Reason.FENCE, "^`{3,}(?=[^`])|(?<=[^`])`{3,}$"),
            new Decoration(Reason.FENCE, "^(?:\"{2,3}|'{3})(?=[^\"'])|(?<=[^\"'])(?:\"{2,3}|'{3})$"),
            new Decoration(Reason.WRAPPER, "^(?:print|puts|echo|console\\.log)\\s*\\(?(?=[\"'])|(?<=[\"'])\\)?;?$"),
            new Decoration(Reason.SEPARATOR, "\\s*(?:\\\\|(?<=[\\s,.;!?])/{1,2}|\\||\\s\u2192)$"),
            new Decoration(Reason.SEPARATOR, "^(?:/{1,2}\\s|\\|)\\s*"),
            new Decoration(Reason.EMOJI, "^" + PICTURE + "(?:" + PICTURE + "|\\s)*"),
            new Decoration(Reason.EMOJI, "\\s*" + PICTURE + "(?:" + PICTURE + "|\\s)*$"),
            new Decoration(Reason.EMOJI, "\\s+(?:[:;]-?[)D]|<3+|\\^_?\\^)$"));

    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern WHOLE = Pattern.compile("^(\\*{1,3}|_{1,3}|~~)(?=\\S)([^*_]*\\S)\\1$");
    private static final Pattern PAIR =
            Pattern.compile("(\\*{1,3}|(?<!\\w)_{1,3}|~~)(?=\\S)([^*_~]*[^*_~\\s])\\1(?![\\p{L}\\p{N}_])");
    private static final Pattern LOOSE =
            Pattern.compile("^[*_]{1,3}(?=[^\\s*_])|(?<=[^\\s*_])[*_]{1,3}$|^\\*{2,3}\\s+|\\s+\\*{2,3}$");
    private static final Pattern QUOTED = Pattern.compile(
            "^(?:\"([^\"]+)\"|\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb|`([^`]+)`|\u2039([^\u2039\u203a]+)\u203a|\u201e([^\u201e\u201c]+)[\u201c\u201d])([.,]?)$");
    private static final Pattern SET_APART = Pattern.compile(
            "^(?:\\[(?:title:\\s*)?([^\\[\\]]+)\\]|\u3010([^\u3010\u3011]+)\u3011|\u300e([^\u300e\u300f]+)\u300f|\u300c([^\u300c\u300d]+)\u300d"
                    + "|([=-])\\5{1,5}\\s+(\\S[^=]*\\S)\\s+\\5{2,6})$");
    private static final Pattern RULE = Pattern.compile("^(?:[-*_~=|:\u2013\u2014]\\s*){3,}$");
    private static final Pattern FENCE = Pattern.compile(
            "^(?:(?:`{3,}|~{3,})\\s*[\\w+-]{0,20}|(?:\\w{1,20}\\s*[=:]\\s*)?(?:\"{3}|'{3})|\\\\(?:begin|end)\\{\\w{1,20}\\}|\\\\boxed\\{|[{}\\[\\]],?)$");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<=\\S)\\[\\^\\w{1,9}\\](?!:)");
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
        if (RULE.matcher(stripped).matches() || FENCE.matcher(stripped).matches()) {
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
            take(Reason.EMPHASIS, ESCAPED.matcher(text).replaceAll("$1"));
        }
        Matcher heading = HEADING.matcher(text);
        if (heading.matches()) {
            marked = true;
            take(Reason.TITLE, heading.group(1));
        }
        take(Reason.ANNOTATION, FOOTNOTE.matcher(text).replaceAll(""));
        String before;
        do {
            before = text;
            emphasis();
            quotes();
            setApart();
            for (Decoration decoration : DECORATIONS) {
                Matcher matcher = decoration.pattern.matcher(text);
                if (matcher.find() && matcher.end() > matcher.start()) {
                    take(decoration.reason, text.substring(0, matcher.start()) + text.substring(matcher.end()));
                }
            }
        } while (!before.equals(text));
    }

    private void emphasis() {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            marked = true;
            take(Reason.EMPHASIS, whole.group(2));
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
        if (quoted.matches()) {
            marked = true;
            take(Reason.QUOTE, inside(quoted));
        }
    }

    /** <i>[The Old Pond]</i>: as titles are. */
    private void setApart() {
        Matcher matcher = SET_APART.matcher(text);
        if (matcher.matches()) {
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
