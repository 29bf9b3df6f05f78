package org.kukai.haiku;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

import static org.kukai.haiku.Glance.ends;
import static org.kukai.haiku.Glance.has;
import static org.kukai.haiku.Glance.says;
import static org.kukai.haiku.Glance.starts;

/**
 * Something that models put before or after a verse in its line.
 *
 * @param reason why it goes
 * @param glance spares most lines the pattern: true of all that it can be found in
 * @param pattern what goes
 */
record Decoration(Reason reason, Predicate<String> glance, Pattern pattern) {

    private static final String COUNT = "(?:\\d{1,2}|five|seven)";
    private static final String DASH = "[-\u2013\u2014]";
    private static final String UNIT = "(?:syl\\w*\\.?|beats?|morae?|sounds?)";

    private static final String PICTURE = "[\\p{So}\\x{1f3fb}-\\x{1f3ff}\u200d\ufe0f\u20e3~&&[^\u00b0\u00a9\u00ae]]";

    private static final String DIGITS = "0123456789";
    private static final String BRACKET = ")]}.,;";

    /** Words of another script. */
    private static final String OTHER =
            "[^\\p{IsLatin}\\d()\\[\\]]{0,60}[\\p{L}&&[^\\p{IsLatin}]][^\\p{IsLatin}\\d()\\[\\]]{0,60}";

    static final List<Decoration> ALL = List.of(
            new Decoration(Reason.LIST, starts(">"), "^(?:>\\s?)+"),
            new Decoration(
                    Reason.LIST,
                    starts("-*+\u2022\u2023\u25aa\u25e6\u25cf\u2192\u27a4\u2043\u00b7(" + DIGITS),
                    "^(?:[-*+\u2022\u2023\u25aa\u25e6\u25cf\u2192\u27a4\u2043\u00b7]\\s+|\\(?\\d{1,2}[.)]\\s*(?::\\s+)?(?!\\d))"),
            new Decoration(Reason.LIST, starts("["), "^\\[[ xX\u2713\u2714]?\\]\\s+"),
            new Decoration(Reason.LIST, starts(DIGITS).and(has("\"")), "^\\d{1,2},\\s*(?=\")"),
            new Decoration(
                    Reason.ANNOTATION,
                    ends("\u2022\u25cf\u25cb\u2219\u25aa"),
                    "\\s+[\u2022\u25cf\u25cb\u2219\u25aa ]{3,}$"),
            new Decoration(
                    Reason.LABEL,
                    starts("tTfFsSlL" + DIGITS).and(has(":.-\u2013\u2014")),
                    "^(?:(?:the )?(?:first|second|third|last|final|1st|2nd|3rd) line|line (?:\\d|one|two|three)|l[123])"
                            + "\\s*(?:[(\\[]" + COUNT + "(?: syllables?)?[)\\]])?\\s*(?::|" + DASH + "|\\.)[*_]*\\s*"),
            new Decoration(
                    Reason.LABEL,
                    has(":"),
                    "^(?:(?:my |a |the )?haiku(?: ?#?\\d+)?|poem|verse|answer|response|output|result|assistant|ai|model)\\s*:[*_]*\\s*(?=\\S)"),
            new Decoration(
                    Reason.PREAMBLE,
                    has(":").and(has("/|")),
                    "^[^:]{0,80}\\b(?:haiku|poem)\\b[^:]{0,60}:\\s+(?=\\S.*(?: / |\\|))"),
            new Decoration(
                    Reason.ANNOTATION,
                    starts("(["),
                    "^[(\\[]" + COUNT + "(?:\\s*" + UNIT + ")?[)\\]]\\s*(?::|" + DASH + ")?\\s*"),
            new Decoration(
                    Reason.ANNOTATION,
                    starts("fFsS" + DIGITS).and(says("syllable")),
                    "^" + COUNT + "\\s+syllables?\\s*(?::|" + DASH + ")\\s*"),
            new Decoration(
                    Reason.ANNOTATION,
                    ends(BRACKET),
                    "\\s*[(\\[{]\\s*" + COUNT + "(?:\\s*[-\u2013/,+ ]\\s*" + COUNT + "){0,9}(?:\\s*=\\s*\\d+)?(?:\\s*"
                            + UNIT + ")?\\s*[\u2713\u2714\u2705]?\\s*[)\\]}][.,;]?$"),
            new Decoration(
                    Reason.ANNOTATION,
                    ends(BRACKET),
                    "\\s*[(\\[][^()\\[\\]]{0,80}(?:syllab|haiku|5-7-5)[^()\\[\\]]{0,80}[)\\]][.,;]?$"),
            new Decoration(
                    Reason.ANNOTATION,
                    ends(BRACKET),
                    "\\s*[(\\[][^()\\[\\]]{3,80}[-\u00b7][^()\\[\\]]{1,80}\\d{1,2}[)\\]][.,;]?$"),
            new Decoration(
                    Reason.ANNOTATION,
                    ends("sSeE.!").and(says("syllable")),
                    "(?:\\s*(?:" + DASH + "|[:=|])\\s*" + COUNT + "|,?\\s*\\b\\d{1,2})\\s+syllables?[.!]?$"),
            new Decoration(Reason.ANNOTATION, ends(DIGITS).and(has("=|")), "(?<=[^\\d\\s])\\s*[=|]\\s*\\d{1,2}$"),
            new Decoration(
                    Reason.FURTHER_POEM,
                    Glance::hasOtherScript,
                    "^" + OTHER
                            + "\\s*[-\u2013\u2014:\uff1a/|]\\s*(?=\\p{IsLatin})|\\s*(?:[-\u2013\u2014/|]|[(\\[\uff08])\\s*"
                            + OTHER + "\\s*[)\\]\uff09]?$"),
            new Decoration(Reason.CLOSING, has("#"), "(?:\\s+#\\p{L}[\\p{L}\\d_]{0,30}){1,9}$"),
            new Decoration(Reason.FENCE, has("`"), "^`{3,}(?=[^`])|(?<=[^`])`{3,}$"),
            new Decoration(Reason.FENCE, has("\"'"), "^(?:\"{2,3}|'{3})(?=[^\"'])|(?<=[^\"'])(?:\"{2,3}|'{3})$"),
            new Decoration(
                    Reason.WRAPPER,
                    has("\"'").and(starts("pPeEcC").or(ends(");"))),
                    "^(?:print|puts|echo|console\\.log)\\s*\\(?(?=[\"'])|(?<=[\"'])\\)?;?$"),
            new Decoration(Reason.SEPARATOR, ends("\\/|\u2192"), "\\s*(?:\\\\|(?<=[\\s,.;!?])/{1,2}|\\||\\s\u2192)$"),
            new Decoration(Reason.SEPARATOR, ends("nrNR").and(has("\\")), "(?:\\s*\\\\[nr])+$"),
            new Decoration(Reason.HTML, ends("rR/").and(has("<")), "\\s*<\\s*/?\\s*br\\s*/?$"),
            new Decoration(Reason.TURN, ends("]>").and(says("end")), "\\s*(?:\\[/?end\\]|</?end>)$"),
            new Decoration(Reason.SEPARATOR, starts("/|"), "^(?:/{1,2}\\s|\\|)\\s*"),
            new Decoration(Reason.EMOJI, Glance::opensWithPicture, "^" + PICTURE + "(?:" + PICTURE + "|\\s)*"),
            new Decoration(Reason.EMOJI, Glance::endsWithPicture, "\\s*" + PICTURE + "(?:" + PICTURE + "|\\s)*$"),
            new Decoration(Reason.EMOJI, ends(":").and(has("_: ")), "(?:\\s+:[a-z][a-z_]{1,24}:)+$"),
            new Decoration(Reason.EMOJI, ends(")dD3^").and(has(":;<^")), "\\s+(?:[:;]-?[)D]|<3+|\\^_?\\^)$"));

    private Decoration(Reason reason, Predicate<String> glance, String pattern) {
        this(reason, glance, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
