package org.kukai.llm.composer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes numbered lists of requests for haiku, or of topics for them, where somebody asks for such a list instead of a
 * poem. Thread safe; the same request and seed always give the same text.
 */
public final class ListWriter {
    private static final int LONGEST_LIST = 100;
    private static final int TRIES = 40;

    private static final Pattern REQUESTS = Pattern.compile(
            "(?i)\\b(?:write|list|give(?: me)?) (\\d{1,3}) (?:different |varied )*(?:haiku )?(?:requests|prompts)\\b");
    private static final Pattern TOPIC = Pattern.compile("(?i)\\btopic:[ \\t]*([^\\n]+)");
    private static final Pattern TOPICS = Pattern.compile(
            "(?i)\\b(?:propose|list|suggest|name|give(?: me)?) (\\d{1,3}) (?:different |varied )*topics\\b");
    private static final Pattern THEME = Pattern.compile("(?i)\\btheme:[ \\t]*([^\\n.]+)");

    private static final List<String> WAYS_TO_ASK = List.of(
            "Compose a haiku that shows {topic} in {month}.",
            "Could you put {topic} into seventeen syllables?",
            "I would love a haiku in which {topic} is the only thing that moves.",
            "How might a poet greet {topic} in three short lines, five, seven and five?",
            "Sketch {topic} as a haiku, and let the {sky} have the last line.",
            "Please honor {topic} with a quiet haiku.",
            "Which three lines would make a stranger see {topic}? Answer with a haiku.",
            "Let somebody stumble upon {topic} {where}; tell it as a haiku.",
            "Distill {topic} into a poem of five, seven and five syllables.",
            "Would you pen a haiku for a friend who misses {topic}?",
            "Make me smile with a haiku on {topic}.",
            "Draw {topic} with few words, haiku style, and end on a sound.",
            "What does {topic} whisper in {month}? Reply in haiku.",
            "Turn {topic} into a haiku that a child could learn by heart.",
            "Begin a haiku with the {mass} and lead it to {topic}.",
            "My {kin} always spoke of {topic}; craft a haiku in that memory.",
            "Offer a haiku where {topic} meets the {water}.",
            "Can a haiku hold all of {topic}? Try it.",
            "Give {topic} a haiku without any adjective.",
            "Praise {topic} the way an old master would, in one haiku.",
            "Imagine {topic} seen from a train window, and write that haiku.",
            "I need a short haiku to hang beside a photograph of {topic}.",
            "Weave {topic} and the smell of {mass} into a single haiku.",
            "Show what {topic} leaves behind, using the haiku form.",
            "Is there a haiku hidden in {topic}? Find it for me.",
            "Mourn {topic} gently: a haiku, nothing more.",
            "Capture the very first moment of {topic} in haiku form.",
            "Send a postcard haiku whose picture is {topic} in {month}.",
            "Let a {bird} notice {topic} in your haiku.",
            "Describe {topic} to somebody who cannot see, as a 5-7-5 haiku.");

    private static final List<String> WAYS_TO_NAME = List.of(
            "the {noise} of {mass}",
            "the {adj} {house-thing} in {month}",
            "the {bird} {where}",
            "the last {mass} of {season}",
            "{number} {birds} in {month}",
            "my {kin}'s {thing}",
            "the {month} {sky}",
            "the {plant} {where}",
            "the {person} and the {thing}",
            "the {sound} across the {water}",
            "the {beast} on the {house-thing}",
            "the {color} {thing}",
            "{mass} on the {house-thing}");

    private static final List<String> WAYS_TO_NAME_WITHIN = List.of(
            "{topic} in {month}",
            "{topic} and the {sky}",
            "{topic} in {season} {mass}",
            "the {kin} and {topic}",
            "{topic} {where}",
            "the {noise} of {topic}",
            "{topic} before {month}");

    private ListWriter() {}

    /** The list that is asked for; empty when the request is for something else. */
    public static Optional<String> answer(String request, long seed) {
        Draw draw = new Draw(seed);
        Matcher topic = TOPIC.matcher(request);
        Matcher requests = REQUESTS.matcher(request);
        if (requests.find() && topic.find()) {
            return Optional.of(numbered(WAYS_TO_ASK, topic.group(1).strip(), requests.group(1), draw));
        }
        Matcher topics = TOPICS.matcher(request);
        if (topics.find()) {
            Matcher theme = THEME.matcher(request);
            return Optional.of(
                    theme.find()
                            ? numbered(WAYS_TO_NAME_WITHIN, theme.group(1).strip(), topics.group(1), draw)
                            : numbered(WAYS_TO_NAME, "", topics.group(1), draw));
        }
        return Optional.empty();
    }

    /** Every way is used before one is used again. */
    private static String numbered(List<String> ways, String topic, String wanted, Draw draw) {
        int most = Math.min(LONGEST_LIST, Integer.parseInt(wanted));
        Topic read = TopicReader.read(topic.isEmpty() ? "it" : topic);
        Set<String> entries = new LinkedHashSet<>();
        List<String> left = new ArrayList<>();
        for (int tried = 0; entries.size() < most && tried < most * TRIES; tried++) {
            if (left.isEmpty()) {
                left.addAll(ways);
            }
            String way = left.remove(draw.below(left.size()));
            Grammar grammar = Grammar.of(draw.of(List.of(Season.values())));
            entries.add(capital(grammar.fill(way, read, draw), way));
        }
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(lines.size() + 1 + ". " + entry));
        return String.join("\n", lines);
    }

    /** A sentence begins with a capital, even where its topic comes first. */
    private static String capital(String entry, String way) {
        boolean sentence = way.endsWith(".") || way.endsWith("?");
        return sentence ? Character.toUpperCase(entry.charAt(0)) + entry.substring(1) : entry;
    }
}
