package org.kukai.llm.composer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a topic as a noun phrase, by simple rules, and cuts it into the phrases that the grammar has places for. */
final class TopicReader {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> OWNERS = Set.of(
            "my", "your", "our", "his", "her", "their", "its", "this", "that", "these", "those", "some", "every", "one",
            "two", "three", "four", "five", "many", "no", "another", "each");
    private static final Set<String> QUESTION = Set.of("why", "how", "what", "when", "where", "who", "whether", "if");
    /** Words after which the noun phrase itself is over. */
    private static final Set<String> ENDS = Set.of(
            "of", "in", "on", "at", "under", "over", "with", "from", "that", "who", "which", "by", "between", "behind",
            "before", "after", "along", "against", "near", "through", "without", "beneath", "beside", "across", "into",
            "to", "for", "as", "among", "and", "or", "where", "when", "never", "lost", "left", "sent", "seen", "drawn",
            "cut", "caught", "gone", "out", "up", "down", "off", "around", "above", "below", "inside", "outside",
            "during", "until", "like", "upon", "towards", "toward", "then", "is", "are", "was", "were", "has", "have",
            "not", "full", "past", "within", "about", "since", "alone", "home", "away", "back", "again", "tonight",
            "today", "born", "torn", "shut", "found", "heard", "held", "kept", "worn");

    private static final Set<String> PLURALS = Set.of(
            "people",
            "children",
            "men",
            "women",
            "geese",
            "mice",
            "feet",
            "teeth",
            "sheep",
            "cattle",
            "police",
            "salmon",
            "deer",
            "oxen",
            "lice",
            "dice",
            "folk");
    /** Above this many syllables a noun hardly fits, so that its last word may stand for it. */
    private static final int LONG = 4;

    private static final Set<String> NOT_PLURAL = Set.of(
            "mars",
            "venus",
            "physics",
            "mathematics",
            "thermodynamics",
            "mechanics",
            "economics",
            "news",
            "always",
            "sometimes",
            "chess",
            "paris",
            "christmas",
            "tennis",
            "genetics",
            "ethics",
            "bus",
            "gas",
            "lens",
            "iris",
            "genius",
            "statistics");
    private static final Set<String> NO_HEAD = Set.of(
            "tomorrow",
            "yesterday",
            "today",
            "tonight",
            "everything",
            "nothing",
            "something",
            "very",
            "now",
            "here",
            "there");
    private static final Pattern ADJECTIVE = Pattern.compile(
            ".*(?:ed|en|'s|ous|ful|less|ish)|old|new|red|big|small|blue|green|white|black|long|first|last|lone|late|cold|dry|wet|dark");
    private static final Set<String> NOT_PARTICIPLE =
            Set.of("breed", "speed", "steed", "creed", "greed", "hundred", "sacred", "wicked", "naked", "crooked");

    private TopicReader() {}

    static Topic read(String topic) {
        List<String> words = Arrays.asList(topic.split(" ", -1));
        Map<Topic.Slot, List<Phrase>> slots = new EnumMap<>(Topic.Slot.class);
        if (QUESTION.contains(lower(words.getFirst())) && words.size() > 2) {
            slots.put(Topic.Slot.C, List.of(Phrase.of(topic, false)));
            return new Topic(topic, slots);
        }
        boolean joined = words.contains("and");
        Noun noun = Noun.in(matter(words));
        Set<String> nouns = new LinkedHashSet<>();
        nouns.add(noun.text());
        if (ARTICLES.contains(noun.determiner())) {
            nouns.add("the " + noun.core());
            if (noun.core().contains(" ") && Phrase.count(noun.core()) > LONG) {
                nouns.add("the " + noun.last());
            }
        }
        List<Phrase> phrases = phrases(nouns);
        Phrase whole = Phrase.of(topic, joined || isPlural(Noun.in(words)));
        List<Phrase> objects = new ArrayList<>(phrases);
        objects.add(whole);
        slots.put(Topic.Slot.F, List.of(whole));
        slots.put(Topic.Slot.N, phrases);
        slots.put(Topic.Slot.O, objects.stream().distinct().toList());
        slots.put(Topic.Slot.S, phrases);
        slots.put(Topic.Slot.H, noun.canBeOwned() ? phrases(Set.of(noun.core())) : List.of());
        return new Topic(topic, slots);
    }

    /** "the smell of rain" is about rain: what follows the first "of", if anything does. */
    private static List<String> matter(List<String> words) {
        int of = words.indexOf("of");
        return of > 0 && of + 1 < words.size() ? words.subList(of + 1, words.size()) : words;
    }

    private static List<Phrase> phrases(Set<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> Phrase.of(text, isPlural(Noun.in(Arrays.asList(text.split(" ", -1))))))
                .toList();
    }

    private static boolean isPlural(Noun noun) {
        if (Set.of("a", "an", "this", "that", "one", "every", "each", "another").contains(noun.determiner())) {
            return false;
        }
        String last = lower(noun.last());
        boolean s = last.endsWith("s")
                && !last.endsWith("ss")
                && !last.endsWith("us")
                && !last.endsWith("is")
                && !last.endsWith("'s");
        return PLURALS.contains(last) || (s && !NOT_PLURAL.contains(last));
    }

    /** A noun with what stands before it, and nothing after it. */
    private record Noun(String determiner, String core) {
        static Noun in(List<String> words) {
            String first = lower(words.getFirst());
            boolean determined = words.size() > 1 && (ARTICLES.contains(first) || OWNERS.contains(first));
            int start = determined ? 1 : 0;
            int end = start + 1;
            while (end < words.size()
                    && !endsPhrase(words.get(end), words.get(end - 1))
                    && !words.get(end - 1).endsWith(",")) {
                end++;
            }
            String core = String.join(" ", words.subList(start, end)).replaceAll(",$", "");
            return new Noun(determined ? first : "", core);
        }

        private static boolean endsPhrase(String word, String before) {
            String lower = lower(word);
            if (ENDS.contains(lower) || ARTICLES.contains(lower)) {
                return true;
            }
            boolean afterAdjective = ADJECTIVE.matcher(lower(before)).matches();
            boolean participle = lower.length() > 4
                    && (lower.endsWith("ing") || (lower.endsWith("ed") && !NOT_PARTICIPLE.contains(lower)));
            return participle && !afterAdjective;
        }

        String text() {
            return determiner.isEmpty() ? core : determiner + " " + core;
        }

        String last() {
            return core.substring(core.lastIndexOf(' ') + 1);
        }

        boolean canBeOwned() {
            String first = core.split(" ", -1)[0];
            return !OWNERS.contains(determiner)
                    && !Character.isUpperCase(first.charAt(0))
                    && !core.contains("'s")
                    && !core.contains("s' ")
                    && !NO_HEAD.contains(lower(first))
                    && (!first.endsWith("ing") || !determiner.isEmpty());
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
