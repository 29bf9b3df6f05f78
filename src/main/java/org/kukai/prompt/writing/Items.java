package org.kukai.prompt.writing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The entries of the list in an answer: numbered, with bullets, a JSON array, or plain lines; in a code fence or not, with
 * talk around it or not. It reads whatever comes; what an entry is worth is for others to say.
 */
final class Items {
    /** More than this many entries are no answer to what was asked. */
    private static final int MOST = 400;

    private static final Pattern FENCED = Pattern.compile("(?s)```[\\w+-]*[ \\t]*\\n(.*?)(?:\\n[ \\t]*```|\\z)");
    private static final Pattern THOUGHT = Pattern.compile("(?s)<think(?:ing)?>.*?(?:</think(?:ing)?>|\\z)");

    private Items() {}

    /** @param cut whether the answer ended at the limit of tokens */
    static List<Item> of(String answer, boolean cut) {
        String plain = answer.replace("\r\n", "\n").replace('\r', '\n').replace('\0', ' ');
        String text = unfenced(THOUGHT.matcher(plain).replaceAll("\n")).strip();
        Optional<List<Item>> json = JsonItems.of(text);
        List<Item> items = json.orElseGet(() -> LineItems.of(text, cut));
        return items.subList(0, Math.min(MOST, items.size()));
    }

    /** What stands in code fences, when there are any. */
    private static String unfenced(String text) {
        Matcher fence = FENCED.matcher(text);
        if (!fence.find()) {
            return text;
        }
        return fence.reset().results().map(found -> found.group(1)).collect(Collectors.joining("\n"));
    }
}
