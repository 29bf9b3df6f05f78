package org.kukai.llm.composer;

/** A piece of a line: it says which numbers of syllables it can have, and writes itself with one of them. */
interface Part {
    /** Lines longer than this are never asked for. */
    int LONGEST = 15;

    int LENGTHS = (1 << (LONGEST + 1)) - 1;

    /** Bit k is set when the piece can have k syllables. */
    int lengths(Topic topic);

    /** In how many ways, roughly, it can have that many syllables: at least 1 when it can. */
    int variety(Topic topic, int syllables);

    /** Writes the piece with exactly that many syllables, which it can have. */
    void write(Topic topic, int syllables, Draw draw, Verse verse);

    /** The same words whatever is asked. */
    record Words(String singular, String plural, int syllables) implements Part {
        static Words of(String token) {
            int slash = token.indexOf('/');
            String singular = slash < 0 ? token : token.substring(0, slash);
            String plural = slash < 0 ? token : token.substring(slash + 1);
            int syllables = token.equals("'s") ? 0 : Phrase.count(singular);
            if (slash >= 0 && syllables != Phrase.count(plural)) {
                throw new IllegalStateException("the two forms differ in syllables: " + token);
            }
            return new Words(singular, plural, syllables);
        }

        @Override
        public int lengths(Topic topic) {
            return 1 << syllables & LENGTHS;
        }

        @Override
        public int variety(Topic topic, int wanted) {
            return 1;
        }

        @Override
        public void write(Topic topic, int wanted, Draw draw, Verse verse) {
            verse.add(verse.subjectIsPlural() ? plural : singular);
        }
    }

    /** One of the topic's phrases. */
    record Place(Topic.Slot slot) implements Part {
        @Override
        public int lengths(Topic topic) {
            int lengths = 0;
            for (Phrase phrase : topic.phrases(slot)) {
                lengths |= phrase.syllables() <= LONGEST ? 1 << phrase.syllables() : 0;
            }
            return lengths;
        }

        @Override
        public int variety(Topic topic, int wanted) {
            return 1;
        }

        @Override
        public void write(Topic topic, int wanted, Draw draw, Verse verse) {
            Phrase phrase = draw.of(topic.phrases(slot).stream()
                    .filter(p -> p.syllables() == wanted)
                    .toList());
            verse.addTopic(phrase);
        }
    }
}
