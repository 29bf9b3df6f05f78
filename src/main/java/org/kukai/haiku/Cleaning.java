package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

/** Takes away what is markup of the whole answer: control characters, a model's thinking, HTML; each in one pass. */
final class Cleaning {

    private static final Pattern BREAK =
            Pattern.compile("(?i)<\\s*/?\\s*(?:br|p|li|div|ul|ol|pre|blockquote|tr)\\b[^<>]{0,100}>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/|!][^<>\\n]{0,100}>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|quot|apos|nbsp|lt|gt|#39|#x27|#34);");

    private final List<Removal> removals = new ArrayList<>();
    private String text;

    /** A text without control characters. */
    record Printable(String text, List<Removal> removals) {}

    Cleaning(String raw) {
        Printable printable = printable(raw);
        removals.addAll(printable.removals());
        text = withoutThinking(printable.text());
        if (text.indexOf('<') >= 0) {
            replace(BREAK, "\n");
            replace(TAG, "");
        }
        if (text.indexOf('&') >= 0) {
            decode();
        }
        if (text.indexOf('\n') < 0 && text.contains("\\n")) {
            removals.add(new Removal(Reason.SEPARATOR, "\\n"));
            text = text.replace("\\n", "\n");
        }
        text = text.strip();
    }

    String text() {
        return text;
    }

    List<Removal> removals() {
        return removals;
    }

    /** Every kind of line end becomes {@code \n}; a tab or odd space becomes a space, which takes nothing away. */
    static Printable printable(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        int dropped = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '\r') {
                next += next < raw.length() && raw.charAt(next) == '\n' ? 1 : 0;
                kept.append('\n');
            } else if (c == '\n' || c == 0x0b || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                kept.append('\n');
            } else if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
                kept.append(' ');
            } else if (isUnprintable(c)) {
                dropped++;
            } else {
                kept.appendCodePoint(c);
            }
            i = next;
        }
        String what = dropped == 1 ? "1 character" : dropped + " characters";
        List<Removal> removals = dropped == 0 ? List.of() : List.of(new Removal(Reason.UNPRINTABLE, what));
        return new Printable(kept.toString(), removals);
    }

    /** Controls, lone surrogates and invisible format characters; the joiner stays, for emoji are made with it. */
    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || c == 0xfffd
                || (type == Character.FORMAT && c != 0x200d && c < 0xe0000);
    }

    private String withoutThinking(String answer) {
        String lower = answer.toLowerCase(Locale.ROOT);
        int end = lower.lastIndexOf("</think>");
        if (end < 0 || lower.length() != answer.length()) {
            return answer;
        }
        int after = end + "</think>".length();
        removals.add(new Removal(Reason.PREAMBLE, shortened(answer.substring(0, after))));
        return answer.substring(after);
    }

    private void replace(Pattern pattern, String with) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder kept = new StringBuilder(text.length());
        while (matcher.find()) {
            removals.add(new Removal(Reason.HTML, matcher.group()));
            matcher.appendReplacement(kept, with);
        }
        text = matcher.appendTail(kept).toString();
    }

    private void decode() {
        text = ENTITY.matcher(text).replaceAll(entity -> {
            removals.add(new Removal(Reason.HTML, entity.group()));
            return switch (entity.group(1)) {
                case "amp" -> "&";
                case "quot", "#34" -> "\"";
                case "nbsp" -> " ";
                case "lt" -> "<";
                case "gt" -> ">";
                default -> "'";
            };
        });
    }

    static String shortened(String text) {
        String line = text.strip();
        return line.length() <= 200
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(198)) ? 198 : 199) + "…";
    }
}
