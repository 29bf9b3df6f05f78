package org.kukai.syllable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.Lexicon.Known;

/** Reduces pronunciations to counts: cleans them, adds the readings found by rule, lets the reviewed list have the last word. */
final class LexiconBuilder {

    private static final List<String> LIKE_THEIR_BASE =
            List.of("'s", "s'", "s", "es", "ed", "d", "ing", "like", "less");

    /** How many sounds an inflection shares with its base at least; the next may already change. */
    private static final int SOUNDS_ALIKE = 2;

    private static final Pattern AFTER_L = Pattern.compile("([a-z]+[^aeiouylrw]l)(ings?|ingly|ers?|est)");

    private final Map<String, List<List<String>>> dictionary;
    private final Map<String, Counts> reviewed;

    LexiconBuilder(Map<String, List<List<String>>> dictionary, Map<String, Counts> reviewed) {
        this.dictionary = dictionary;
        this.reviewed = reviewed;
    }

    SortedMap<String, Known> build() {
        SortedMap<String, Known> lexicon = new TreeMap<>();
        dictionary.forEach((word, pronunciations) -> {
            Counts counts = counts(word, pronunciations);
            if (counts != null && word.length() < 100) {
                lexicon.put(word, Known.heard(word, counts, pronunciations.getFirst()));
            }
        });
        reviewed.forEach((word, counts) -> lexicon.putIfAbsent(word, Known.spelled(word, counts)));
        return lexicon;
    }

    private @Nullable Counts counts(String word, List<List<String>> pronunciations) {
        Counts byHand = reviewed.get(word);
        if (byHand != null) {
            return byHand;
        }
        Counts heard = likeItsBase(word, pronunciations);
        return heard == null ? null : evenly(word, heard);
    }

    /** <i>magically, rustling, simplest</i>: both ways are right, and the dictionary names now the one, now the other first. */
    private Counts evenly(String word, Counts heard) {
        List<List<String>> adjective =
                word.endsWith("ically") ? dictionary.get(word.substring(0, word.length() - 4)) : null;
        if (adjective != null) {
            Counts shorter = Counts.of(Phones.nuclei(adjective.getFirst()) + 1);
            return shorter.or(shorter.plus(1));
        }
        Matcher ending = AFTER_L.matcher(word);
        boolean afterL = ending.matches() && dictionary.containsKey(ending.group(1) + "e");
        return afterL || word.endsWith("ically") ? heard.usuallyShortest() : heard;
    }

    /** An inflection of a reviewed word is read like its base, longer by what the dictionary says the ending adds. */
    private @Nullable Counts likeItsBase(String word, List<List<String>> pronunciations) {
        for (String ending : LIKE_THEIR_BASE) {
            if (word.endsWith(ending)) {
                String base = word.substring(0, word.length() - ending.length());
                String lemma = ending.equals("ing") && !reviewed.containsKey(base) ? base + "e" : base;
                Counts counts = reviewed.get(lemma);
                List<List<String>> sounds = dictionary.get(lemma);
                if (counts != null && sounds != null && base.length() > 2 && beginsAlike(sounds, pronunciations)) {
                    int longer = Phones.nuclei(pronunciations.getFirst()) - Phones.nuclei(sounds.getFirst());
                    return longer == 0 || longer == 1 ? counts.plus(longer) : fromSounds(word, pronunciations);
                }
            }
        }
        return fromSounds(word, pronunciations);
    }

    /** <i>touched</i> is no form of <i>touché</i>. */
    private static boolean beginsAlike(List<List<String>> base, List<List<String>> inflected) {
        List<String> one = base.getFirst();
        List<String> other = inflected.getFirst();
        int same = Math.min(SOUNDS_ALIKE, Math.min(one.size(), other.size()));
        return one.subList(0, same).equals(other.subList(0, same));
    }

    private @Nullable Counts fromSounds(String word, List<List<String>> pronunciations) {
        int usual = Phones.nuclei(pronunciations.getFirst());
        if (usual == 0) {
            return null;
        }
        Counts counts = Counts.of(usual);
        for (List<String> phones : pronunciations) {
            int nuclei = Phones.nuclei(phones);
            // a variant that differs by more is an abbreviation read out or another word
            if (nuclei > 0 && Math.abs(nuclei - usual) <= 1) {
                counts = counts.or(readings(word, phones));
            }
        }
        return counts;
    }

    private Counts readings(String word, List<String> phones) {
        Counts counts = Counts.of(Phones.nuclei(phones));
        for (int i = 0; i < phones.size(); i++) {
            for (Reading reading : Reading.values()) {
                int shift = reading.at(word, phones, i);
                if (shift != 0 && counts.usual() + shift > 0) {
                    counts = counts.or(counts.plus(shift));
                }
            }
        }
        return syllabicL(word, phones) ? counts.or(counts.plus(1)) : counts;
    }

    /**
     * <i>sparkling, settler, evening</i>: where the dictionary has the short reading only; not <i>duckling</i>, as no <i>duckle</i>
     * is.
     */
    private boolean syllabicL(String word, List<String> phones) {
        Matcher ending = AFTER_L.matcher(word);
        if (ending.matches()) {
            List<List<String>> stem = dictionary.get(ending.group(1) + "e");
            return stem != null
                    && Phones.nuclei(stem.getFirst()) > 1
                    && shortened(stem.getFirst(), ending.group(2), phones);
        }
        String stem = word.endsWith("ing") && phones.size() > 4 ? word.substring(0, word.length() - 3) : "";
        boolean weak = (stem.endsWith("en") || stem.endsWith("on")) && dictionary.containsKey(stem);
        return weak && !Phones.isVowel(phones.get(phones.size() - 4)) && !Phones.isVowel(phones.get(phones.size() - 3));
    }

    private static boolean shortened(List<String> stem, String ending, List<String> phones) {
        int endings = ending.equals("ingly") ? 2 : 1;
        return Phones.nuclei(phones) < Phones.nuclei(stem) + endings;
    }
}
