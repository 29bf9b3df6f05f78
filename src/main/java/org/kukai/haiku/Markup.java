package org.kukai.haiku;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Removal.Reason;

/**
 * Takes HTML off a text. Only the names of real elements and of those that models make up to wrap a poem are marks;
 * whatever else stands between angles is the writer's own. What an entity stands for is written out, since a reader of the
 * page that it was meant for would have seen just that.
 */
final class Markup {

    private static final String INSIDE = "[^<>]{0,100}>";
    private static final Pattern COMMENT = Pattern.compile("<!-[^<>]{0,200}-?>");
    /** What a browser reads and nobody sees. */
    private static final Pattern UNSEEN =
            Pattern.compile("(?i)<(script|style)\\b[^<>]{0,100}>[^<]{0,1000}</\\1\\s{0,9}>");

    /** A count or the number of a note. */
    private static final Pattern RAISED = Pattern.compile("(?i)<(su[pb])>\\s{0,9}[(\\[]?\\d{1,2}[)\\]]?\\s{0,9}</\\1>");

    private static final Pattern BBCODE =
            Pattern.compile("(?i)\\[/?(?:i|b|u|center|quote|poem|code|size|color)(?:=[^\\[\\]]{0,30})?\\]");
    private static final Pattern HEADING = Pattern.compile("(?i)<\\s*(?:h[1-6]|title)\\b" + INSIDE);
    private static final Pattern BREAK = Pattern.compile(
            "(?i)<\\s*/?\\s*(?:br|p|li|div|ul|ol|pre|blockquote|tr|hr|h[1-6]|title|table|tbody|html|body|head|section|article|center"
                    + "|haiku|poem|verse|stanza|l|lines?|line[-_ ]?[123]|answer|response|output|result|final|text"
                    + "|explanation|analysis|notes?|commentary)\\b"
                    + INSIDE);
    private static final Pattern TAG = Pattern.compile(
            "(?i)<\\s*/?\\s*(?:a|b|i|u|s|em|strong|span|small|big|sub|sup|font|mark|code|tt|kbd|cite|q|del|ins|td|th|img|abbr|time"
                    + "|samp|var|dfn|wbr|ruby|rt|rp|bdi|bdo|label|tspan)(?=[\\s/>])"
                    + INSIDE);
    private static final Pattern ENTITY = Pattern.compile("&(?:([a-zA-Z]{2,6})|#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("shy", ""));

    private Markup() {}

    /** The text as a reader would see it; what was taken off is added to the removals. */
    static String plain(String text, List<Removal> removals) {
        String plain = text;
        if (plain.contains("[/")) {
            plain = without(BBCODE, plain, "", removals);
        }
        if (plain.indexOf('<') >= 0) {
            plain = without(RAISED, plain, "", removals);
            plain = without(COMMENT, plain, "", removals);
            plain = without(UNSEEN, plain, "\n", removals);
            plain = without(HEADING, plain, "\n# ", removals);
            plain = without(BREAK, plain, "\n", removals);
            plain = without(TAG, plain, "", removals);
        }
        return plain.indexOf('&') < 0 ? plain : decoded(plain, removals);
    }

    private static String without(Pattern pattern, String text, String with, List<Removal> removals) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        do {
            removals.add(new Removal(Reason.HTML, matcher.group()));
            matcher.appendReplacement(kept, with);
        } while (matcher.find());
        return matcher.appendTail(kept).toString();
    }

    private static String decoded(String text, List<Removal> removals) {
        return ENTITY.matcher(text).replaceAll(entity -> {
            String meant = entity.group(1) != null
                    ? ENTITIES.get(entity.group(1).toLowerCase(Locale.ROOT))
                    : character(entity.group(2), entity.group(3));
            if (meant == null) {
                return Matcher.quoteReplacement(entity.group());
            }
            removals.add(new Removal(Reason.HTML, entity.group()));
            return Matcher.quoteReplacement(meant);
        });
    }

    private static @Nullable String character(@Nullable String decimal, @Nullable String hexadecimal) {
        int c = decimal != null
                ? Integer.parseInt(decimal)
                : Integer.parseInt(hexadecimal == null ? "0" : hexadecimal, 16);
        String printable = Character.isValidCodePoint(c)
                ? Cleaning.printable(Character.toString(c)).text()
                : "";
        return printable.isEmpty() ? null : printable;
    }
}
