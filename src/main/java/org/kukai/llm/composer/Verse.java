package org.kukai.llm.composer;

import java.util.Set;

/** A line being written. */
final class Verse {
    /** Words that begin with a vowel letter and a consonant's sound. */
    private static final Set<String> CONSONANT_SOUND = Set.of(
            "one", "once", "use", "used", "useful", "unit", "union", "uniform", "university", "universe", "european");

    private final StringBuilder text = new StringBuilder();
    private boolean plural;

    void add(String words) {
        if (!words.isEmpty()) {
            if (text.length() > 0 && ",.;?'".indexOf(words.charAt(0)) < 0) {
                text.append(' ');
            }
            text.append(words);
        }
    }

    void addTopic(Phrase phrase) {
        add(phrase.text());
        plural = phrase.plural();
    }

    /** Decides the form of a verb that the topic is the subject of. */
    boolean subjectIsPlural() {
        return plural;
    }

    /** The line with each "a" before a vowel made "an", and the other way round. */
    String text() {
        String[] words = text.toString().split(" ", -1);
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals("a") || words[i].equals("an")) {
                String next = words[i + 1].toLowerCase(java.util.Locale.ROOT);
                boolean vowel = !next.isEmpty()
                        && "aeiou".indexOf(next.charAt(0)) >= 0
                        && !CONSONANT_SOUND.contains(next.replaceAll("[^a-z].*", ""));
                boolean silentH = next.startsWith("hour") || next.startsWith("honest") || next.startsWith("heir");
                words[i] = vowel || silentH ? "an" : "a";
            }
        }
        return String.join(" ", words);
    }
}
