package org.kukai.llm.composer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of {@code composer/grammar.txt} that hold in one season. Immutable. */
final class Grammar {
    private static final String FILE = "/composer/grammar.txt";
    private static final Pattern HEADING = Pattern.compile("\\[([a-z-]+)(?:@([a-z,]+))?](.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\{([A-Za-z-]+)}");

    /** What the file says, before any syllable is counted. */
    private record Source(String season, Map<String, List<String>> lists) {}

    private static final Map<Season, Grammar> ALL = readAll();

    private final Map<String, List<String>> texts;
    private final Map<String, WordList> lists = new HashMap<>();

    private Grammar(Source source) {
        this.texts = source.lists();
        texts.keySet().stream().filter(name -> !isFree(name)).forEach(this::list);
    }

    static Grammar of(Season season) {
        return Objects.requireNonNull(ALL.get(season));
    }

    /** The patterns of whole lines under that name. */
    List<Line> lines(String name) {
        return Objects.requireNonNull(lists.get("line-" + name)).entries();
    }

    /** The entries of a list that stands outside the form, as they are written. */
    List<String> free(String name) {
        return Objects.requireNonNull(texts.get(name));
    }

    /** Writes a text outside the form: any number of syllables. */
    String fill(String text, Topic topic, Draw draw) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String word = name.equalsIgnoreCase("topic") ? topic.whole() : draw.of(free(name));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(fill(word, topic, draw)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static boolean isFree(String name) {
        return name.equals("preamble") || name.equals("closing") || name.equals("prose");
    }

    private WordList list(String name) {
        WordList known = lists.get(name);
        if (known != null) {
            return known;
        }
        List<String> entries = texts.get(name);
        if (entries == null) {
            throw new IllegalStateException("composer/grammar.txt refers to a list that it does not have: " + name);
        }
        WordList list = new WordList(entries.stream().map(this::line).toList());
        lists.put(name, list);
        return list;
    }

    private Line line(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addWords(parts, text.substring(end, matcher.start()));
            String name = matcher.group(1);
            Topic.Slot slot = Topic.Slot.find(name);
            parts.add(slot == null ? list(name) : new Part.Place(slot));
            end = matcher.end();
        }
        addWords(parts, text.substring(end));
        return new Line(parts);
    }

    private static void addWords(List<Part> parts, String text) {
        for (String token : text.strip().split(" ", -1)) {
            if (!token.isEmpty()) {
                parts.add(Part.Words.of(token));
            }
        }
    }

    private static Map<Season, Grammar> readAll() {
        Map<Season, Grammar> all = new EnumMap<>(Season.class);
        for (Season season : Season.values()) {
            all.put(season, new Grammar(read(season.label())));
        }
        return all;
    }

    private static Source read(String season) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Grammar.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> current = new ArrayList<>();
            for (String line : reader.lines().toList()) {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    String seasons = heading.group(2);
                    boolean here =
                            seasons == null || List.of(seasons.split(",", -1)).contains(season);
                    current = here
                            ? lists.computeIfAbsent(heading.group(1), name -> new ArrayList<>())
                            : new ArrayList<>();
                    addEntries(current, heading.group(3));
                } else if (!line.startsWith("#")) {
                    addEntries(current, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return new Source(season, lists);
    }

    private static void addEntries(List<String> list, String line) {
        for (String entry : line.split("\\|", -1)) {
            if (!entry.isBlank()) {
                list.add(entry.strip());
            }
        }
    }
}
