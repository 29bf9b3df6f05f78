package org.kukai.llm.composer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Composes haiku. Thread safe; the same request, temperature and seed always give the same text. */
public final class Poet {
    private static final int[] FORM = {5, 7, 5};
    private static final int TRIES = 24;
    private static final Set<String> SMALL_WORDS = Set.of(
            "the", "and", "for", "you", "one", "our", "all", "out", "its", "was", "are", "has", "had", "then", "only",
            "nothing", "still", "again", "without", "from", "with", "into", "over", "under", "behind", "beside",
            "beyond", "near");

    private Poet() {}

    /**
     * Answers a request for a haiku, whatever it says: about the topic that can be found in it, else about a season.
     *
     * @param temperature at 0 about 1 poem in 200 misses the form, at 0.7 about a third do, at 2 most
     */
    public static String compose(String request, double temperature, long seed) {
        Draw draw = new Draw(seed);
        Optional<String> found = TopicFinder.find(request);
        Season season = found.flatMap(Season::of).orElse(draw.of(List.of(Season.values())));
        Topic topic = TopicReader.read(found.orElse(season.label()));
        Grammar grammar = Grammar.of(season);
        Slips slips = Slips.drawn(temperature, draw);
        List<String> lines = lines(grammar, topic, slips.aimFor(FORM, draw), draw);
        return slips.spoil(Layout.drawn(draw).apply(lines), grammar, topic, draw);
    }

    /** Tries until no word comes twice, which takes one or two; after that, a repeated word is let be. */
    private static List<String> lines(Grammar grammar, Topic topic, int[] aim, Draw draw) {
        List<String> lines = List.of();
        for (int i = 0; i < TRIES; i++) {
            lines = attempt(grammar, topic, aim, draw);
            if (!repeats(lines)) {
                break;
            }
        }
        return lines;
    }

    private static List<String> attempt(Grammar grammar, Topic topic, int[] aim, Draw draw) {
        int ticket = draw.below(100);
        int favored = ticket < 45 ? 0 : ticket < 75 ? 1 : 2;
        // Where the topic does not fit into the line chosen, another is tried; at last there is none.
        for (int i = 0; i < FORM.length; i++) {
            List<String> lines = withTopicIn((favored + i) % FORM.length, grammar, topic, aim, draw);
            if (lines != null) {
                return lines;
            }
        }
        return List.of(plain(0, grammar, aim, draw), plain(1, grammar, aim, draw), plain(2, grammar, aim, draw));
    }

    private static @Nullable List<String> withTopicIn(int place, Grammar grammar, Topic topic, int[] aim, Draw draw) {
        String name = (topic.isClause() ? "clause-" : "topic-")
                + List.of("opening", "act", "close").get(place);
        List<Line> fitting = fitting(grammar.lines(name), topic, aim[place]);
        if (fitting.isEmpty()) {
            return null;
        }
        Line chosen = fitting.getFirst().isTopicAlone() && draw.happens(0.3) ? fitting.getFirst() : draw.of(fitting);
        String[] lines = new String[FORM.length];
        for (int i = 0; i < FORM.length; i++) {
            lines[i] = i == place ? chosen.text(topic, aim[i], draw) : plain(i, grammar, aim, draw);
        }
        return List.of(lines);
    }

    private static String plain(int place, Grammar grammar, int[] aim, Draw draw) {
        String name = List.of("opening", "act", "close").get(place);
        List<Line> fitting = fitting(grammar.lines(name), Topic.NONE, aim[place]);
        return draw.of(fitting).text(aim[place], draw);
    }

    private static List<Line> fitting(List<Line> lines, Topic topic, int syllables) {
        return lines.stream()
                .filter(line -> (line.lengths(topic) >>> syllables & 1) == 1)
                .toList();
    }

    private static boolean repeats(List<String> lines) {
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                String stem = word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
                if (stem.length() >= 3 && !SMALL_WORDS.contains(stem) && !seen.add(stem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
