package org.kukai.syllable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which words of a dictionary belong together, so that none of them is asked about when another was learned. A word joins the
 * word that is left when one ending or prefix is taken off, with the changes of spelling that go with it (-e put back, a
 * doubled letter made single, -i turned to -y); all that hang together by such steps are one family. Endings include those of
 * names and the commonest second parts of compounds; to split compounds anywhere would join half the dictionary into one.
 */
final class Families {

    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_AFTER_PREFIX = 4;
    private static final List<String> ENDINGS = words("""
            s es ed d ing er ers or ors r rs est st ly y ness nesses less lessly lessness ful fully fulness ment ments able
            ables ably ability ible ibly ibility al ally als ial ially ic ics ical ically ity ities ism isms ist ists istic ize
            izes ized izing izer izers ization ise ised ises ising ive ively iveness ion ions ional ation ations ative ator
            ators ance ances ence ences ant ants ent ents ancy ency ate ates ated ating age ages ary ery ory ous ously ousness
            ship ships hood hoods dom doms ward wards wise like man men woman women son sons en ens ened ening ings ingly edly
            ish ishly ishness ie ies ied ier iers iest ily iness ian ians ean an ans ese ess esses ette let lets ling lings some
            fy fies fied fying ification ville ton burg berg field land lands stein house works work worth ford wood woods fold
            th ths ty""");
    private static final List<String> PREFIXES = words("""
            un re dis non over under pre in im mis sub super inter anti counter co de en em ex fore mid out semi trans ultra up
            auto micro mini multi mono bio tele photo hyper electro neuro psycho radio thermo hydro geo eco euro afro bi tri il
            ir mc mac von van di la le down back step self post pro para poly intra extra infra""");

    private final Map<String, String> parents = new TreeMap<>();

    Families(Set<String> words) {
        words.forEach(word -> parents.put(word, word));
        words.forEach(this::join);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** One word of the family, the same for all of them. */
    String of(String word) {
        String at = word;
        for (String parent = parents.getOrDefault(at, at); !parent.equals(at); parent = parents.getOrDefault(at, at)) {
            at = parent;
        }
        parents.put(word, at);
        return at;
    }

    private void join(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                joinStem(word, word.substring(0, word.length() - ending.length()), ending.charAt(0));
            }
        }
        for (String prefix : PREFIXES) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST_AFTER_PREFIX) {
                join(word, word.substring(prefix.length()));
            }
        }
    }

    private void joinStem(String word, String stem, char next) {
        String shorter = stem.substring(0, stem.length() - 1);
        join(word, stem);
        if ("aeiouy".indexOf(next) >= 0) {
            join(word, stem + "e");
            if (shorter.length() >= SHORTEST_STEM && stem.endsWith(shorter.substring(shorter.length() - 1))) {
                join(word, shorter);
            }
        }
        if (stem.endsWith("i")) {
            join(word, shorter + "y");
        }
        if (next == 'i') {
            join(word, stem + "y");
        }
    }

    private void join(String word, String relative) {
        if (parents.containsKey(relative)) {
            String one = of(word);
            String other = of(relative);
            boolean first = one.compareTo(other) < 0;
            parents.put(first ? other : one, first ? one : other);
        }
    }
}
