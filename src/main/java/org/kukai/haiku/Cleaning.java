package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

/** Takes away what is wrapped around the whole answer: control characters, a model's thinking, the marks of a chat, HTML, JSON. */
final class Cleaning {

    private static final Pattern BOXED = Pattern.compile("\\\\boxed\\{([^{}]{0,600})\\}");

    private final List<Removal> removals = new ArrayList<>();
    private String text;

    /** A text without control characters. */
    record Printable(String text, List<Removal> removals) {}

    /** @param form tells the lines of a poem in JSON that has them on one line */
    Cleaning(String raw, Form form) {
        Printable printable = printable(raw);
        removals.addAll(printable.removals());
        text = Conversation.answer(printable.text(), removals);
        if (text.contains("\\boxed{") && BOXED.matcher(text).find()) {
            removals.add(new Removal(Reason.WRAPPER, "\\boxed"));
            text = BOXED.matcher(text).replaceAll("\n$1\n");
        }
        if (text.indexOf('{') >= 0 || text.indexOf('[') >= 0) {
            text = JsonWrapper.unwrap(text, form, removals);
        }
        text = Fields.plain(text.strip(), removals);
        text = Markup.plain(text, removals).strip();
        if (text.indexOf('|') >= 0) {
            text = Tables.plain(text, form, removals);
        }
        if (text.indexOf('\n') < 0 && text.contains("\\n")) {
            removals.add(new Removal(Reason.SEPARATOR, "\\n"));
            text = text.replace("\\n", "\n").strip();
        }
    }

    String text() {
        return text;
    }

    /** Whether there were words, all of them a model's thoughts before its answer. */
    boolean isThoughtOnly() {
        return text.isEmpty() && removals.stream().anyMatch(removal -> removal.reason() == Reason.PREAMBLE);
    }

    List<Removal> removals() {
        return removals;
    }

    /** Every kind of line end becomes {@code \n}; a tab or odd space becomes a space, which takes nothing away. */
    static Printable printable(String raw) {
        if (isPrintable(raw)) {
            return new Printable(raw, List.of());
        }
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
            } else if (isUnprintable(c) || (c == 0x200d && !joinsPictures(kept))) {
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

    /** Whether it is of letters, signs and plain line ends that stay as they are, as most texts are. */
    private static boolean isPrintable(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean latin = (c >= ' ' && c < 0x7f) || (c > 0xad && c < 0x300) || (c >= 0x2013 && c <= 0x2026);
            if (!latin && c != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Controls, lone surrogates and invisible format characters, but for the joiner. */
    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || c == 0xfffd
                || (type == Character.FORMAT && c != 0x200d && c < 0xe0000);
    }

    /** Emoji are made with joiners; between letters one is as invisible as any other. */
    private static boolean joinsPictures(StringBuilder before) {
        int c = before.isEmpty() ? ' ' : before.codePointBefore(before.length());
        return c == 0xfe0f || (c >= 0x1f3fb && c <= 0x1f3ff) || Character.getType(c) == Character.OTHER_SYMBOL;
    }

    static String shortened(String text) {
        String line = text.strip();
        return line.length() <= 200
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(198)) ? 198 : 199) + "…";
    }
}
