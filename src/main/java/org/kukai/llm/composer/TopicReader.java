package org.kukai.llm.composer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a topic as a noun phrase, by simple rules, and cuts it into the phrases that the grammar has places for. */
final class TopicReader {
    private static final Set<String> QUESTION = Set.of("why", "how", "what", "when", "where", "who", "whether", "if");
    /** With "of" these say how something is, not what it is made of. */
    private static final Set<String> BEFORE_OF = Set.of("out", "full", "because", "instead", "ahead", "short", "tired");
    /** Above this many syllables a noun hardly fits, so that its last word may stand for it. */
    private static final int LONG = 4;

    private TopicReader() {}

    static Topic read(String topic) {
        List<String> words = Arrays.asList(topic.split(" ", -1));
        Map<Topic.Slot, List<Phrase>> slots = new EnumMap<>(Topic.Slot.class);
        if (QUESTION.contains(words.getFirst().toLowerCase(Locale.ROOT)) && words.size() > 2) {
            slots.put(Topic.Slot.C, List.of(Phrase.of(topic, false)));
            return new Topic(topic, slots);
        }
        boolean joined = words.contains("and");
        Noun noun = Noun.in(matter(words));
        Set<String> nouns = new LinkedHashSet<>();
        nouns.add(noun.text());
        if (noun.hasArticle()) {
            nouns.add("the " + noun.core());
            if (noun.core().contains(" ") && Phrase.count(noun.core()) > LONG) {
                nouns.add("the " + noun.last());
            }
        }
        List<Phrase> phrases = phrases(nouns);
        Phrase whole = Phrase.of(topic, joined || Noun.in(words).isPlural());
        List<Phrase> objects = new ArrayList<>(phrases);
        objects.add(whole);
        slots.put(Topic.Slot.F, List.of(whole));
        slots.put(Topic.Slot.N, phrases);
        slots.put(Topic.Slot.O, objects.stream().distinct().toList());
        slots.put(Topic.Slot.S, phrases);
        slots.put(Topic.Slot.H, noun.canBeOwned() ? phrases(Set.of(noun.core())) : List.of());
        return new Topic(topic, slots);
    }

    /** "the smell of rain" is about rain: what follows the first "of", if anything does; "out of tune" is about no tune. */
    private static List<String> matter(List<String> words) {
        int of = words.indexOf("of");
        boolean splits = of > 0 && of + 1 < words.size() && !BEFORE_OF.contains(words.get(of - 1));
        return splits ? words.subList(of + 1, words.size()) : words;
    }

    private static List<Phrase> phrases(Set<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> Phrase.of(
                        text, Noun.in(Arrays.asList(text.split(" ", -1))).isPlural()))
                .toList();
    }
}
