package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Removal.Reason;

/**
 * Finds the poem in an answer that was given as JSON: one text, a list of three, or a field for each line. It reads what
 * models write rather than what RFC 8259 allows: quotes of either kind, line ends inside a text, a comma too many.
 */
final class JsonWrapper {

    private static final int DEEPEST = 12;
    private static final int TRIES = 3;
    private static final int LINES = 3;
    private static final int MOST_LEAVES = 100;
    private static final Pattern WHOLE =
            Pattern.compile("haiku|poem|text|content|body|lines?|verses?|answer|response|output|result|completion");
    private static final Pattern FINAL =
            Pattern.compile("(?:final|revised|corrected)(?:[ _-]?(?:haiku|poem|version|answer))?");
    private static final Pattern OF_LINE = Pattern.compile(
            "(?:line|verse|l|text)[ _-]?(?:[123]|one|two|three)|(?:first|second|third)(?:[ _-]?line)?|[123]");
    /** What was asked is not the answer. */
    private static final Pattern ASKED =
            Pattern.compile("(?:user[ _-]?)?(?:prompt|input|instructions?|question|query|request)");

    private static final Pattern INSIDE_LINE = Pattern.compile("text|line|content|verse|value|words");

    /** A text somewhere inside: under which name, and in which list or object of how deep a nesting. */
    private record Leaf(String name, int parent, String text) {}

    private final String text;
    private final List<Leaf> leaves = new ArrayList<>();
    private int at;
    private int parents;
    private boolean asked;

    private JsonWrapper(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The text with its first JSON value replaced by the poem in it; the same text when there is none. */
    static String unwrap(String text, Form form, List<Removal> removals) {
        int tries = 0;
        for (int line = 0; line >= 0 && line < text.length() && tries < TRIES; line = text.indexOf('\n', line) + 1) {
            int start = line;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            if (start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[')) {
                tries++;
                JsonWrapper wrapper = new JsonWrapper(text, start);
                boolean whole = wrapper.value("", 0, 0) && wrapper.endsLine();
                wrapper.further();
                List<String> poem = whole ? wrapper.poem(form) : List.of();
                if (whole && poem.isEmpty() && wrapper.asked) {
                    poem = List.of(String.join(
                            "\n",
                            wrapper.texts(
                                    leaf -> true))); // what is left of it, so that nobody reads the prompt as verse
                }
                if (!poem.isEmpty()) {
                    removals.add(new Removal(Reason.WRAPPER, Cleaning.shortened(text.substring(start, wrapper.at))));
                    return text.substring(0, line) + "\n" + String.join("\n", poem) + "\n\n"
                            + text.substring(wrapper.at);
                }
            }
            if (text.indexOf('\n', line) < 0) {
                break;
            }
        }
        return text;
    }

    /** Reads on where an object follows an object, as in JSON lines. */
    private void further() {
        int end = at;
        skipSpace();
        while (peek() == '{' && value("", 0, 0)) {
            end = at;
            skipSpace();
        }
        at = end;
    }

    private boolean endsLine() {
        int end = at;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == ';')) {
            end++;
        }
        return end == text.length() || text.charAt(end) == '\n' || text.startsWith("```", end);
    }

    private List<String> poem(Form form) {
        for (Pattern name : List.of(FINAL, WHOLE)) {
            for (Leaf leaf : leaves) {
                if (name.matcher(leaf.name).matches() && hasLines(leaf.text)) {
                    return List.of(leaf.text);
                }
            }
        }
        if (leaves.size() > MOST_LEAVES) {
            return List.of();
        }
        for (int list : leaves.stream().mapToInt(Leaf::parent).distinct().toArray()) {
            List<String> lines = texts(leaf -> leaf.parent == list
                    && (leaf.name.isEmpty() || WHOLE.matcher(leaf.name).matches()));
            if (lines.size() == LINES) {
                return lines;
            }
            lines = texts(
                    leaf -> leaf.parent == list && OF_LINE.matcher(leaf.name).matches());
            if (lines.size() == LINES) {
                return lines;
            }
        }
        List<String> lines = texts(leaf -> INSIDE_LINE.matcher(leaf.name).matches());
        if (lines.size() == LINES) {
            return lines;
        }
        for (Leaf leaf : leaves) {
            if (hasLines(leaf.text)) {
                return List.of(leaf.text);
            }
        }
        return leaves.stream()
                .filter(leaf -> WHOLE.matcher(leaf.name).matches())
                .map(leaf -> OneLine.phrases(leaf.text, form))
                .filter(phrases -> !phrases.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> texts(Predicate<Leaf> wanted) {
        return leaves.stream().filter(wanted).map(Leaf::text).toList();
    }

    private static boolean hasLines(String text) {
        return text.strip().indexOf('\n') > 0 || OneLine.segments(text).size() == LINES;
    }

    /** Reads one value; false when there is none. A member of a list has the list's own name. */
    private boolean value(String name, int parent, int depth) {
        skipSpace();
        char c = peek();
        if (c == '{' || c == '[') {
            return depth < DEEPEST && members(name, c == '{', depth);
        }
        if (c == '"' || c == '\'') {
            String string = string();
            boolean question = ASKED.matcher(name).matches();
            asked |= question;
            if (string != null && !question) {
                leaves.add(new Leaf(name, parent, string));
            }
            return string != null;
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > start;
    }

    private boolean members(String name, boolean named, int depth) {
        char close = named ? '}' : ']';
        int parent = ++parents;
        at++;
        while (true) {
            skipSpace();
            if (peek() == close) {
                at++;
                return true;
            }
            String member = named ? name() : name;
            if (member == null || !value(member, parent, depth + 1)) {
                return false;
            }
            skipSpace();
            if (peek() == ',') {
                at++;
            } else if (peek() != close) {
                return false;
            }
        }
    }

    private @Nullable String name() {
        String name = peek() == '"' || peek() == '\'' ? string() : null;
        skipSpace();
        if (name == null || peek() != ':') {
            return null;
        }
        at++;
        return name.toLowerCase(Locale.ROOT);
    }

    /** The text between quotes; null when it has no end. An apostrophe within single quotes is no end. */
    private @Nullable String string() {
        char quote = peek();
        StringBuilder string = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote && !(quote == '\'' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)))) {
                at++;
                return string.toString();
            }
            if (c != '\\' || at + 1 == text.length()) {
                string.append(c);
            } else {
                at++;
                string.append(escaped());
            }
        }
        return null;
    }

    private String escaped() {
        char c = text.charAt(at);
        if (c == 'u' && at + 4 < text.length() && text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            char meant = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
            at += 4;
            return String.valueOf(meant);
        }
        return switch (c) {
            case 'n', 'r' -> "\n";
            case 't' -> " ";
            default -> String.valueOf(c);
        };
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
