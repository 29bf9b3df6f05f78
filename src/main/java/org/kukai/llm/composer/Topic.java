package org.kukai.llm.composer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a haiku is to be about, as phrases that fit into the places of the grammar.
 *
 * @param whole the topic as the request has it, for texts outside the form
 */
record Topic(String whole, Map<Slot, List<Phrase>> slots) {
    /** The places that the grammar has for a topic. */
    enum Slot {
        /** The whole phrase; nothing but punctuation follows. */
        F,
        /** A noun phrase that more words may follow. */
        N,
        /** Either of them. */
        O,
        /** A noun phrase that a verb follows. */
        S,
        /** A noun with its adjectives, without its article. */
        H,
        /** A clause: "why the leaves fall". */
        C;

        static @Nullable Slot find(String name) {
            for (Slot slot : values()) {
                if (slot.name().equals(name)) {
                    return slot;
                }
            }
            return null;
        }
    }

    /** No topic at all: lines that want one cannot be written. */
    static final Topic NONE = new Topic("", Map.of());

    Topic {
        slots = slots.isEmpty() ? Map.of() : new EnumMap<>(slots);
    }

    List<Phrase> phrases(Slot slot) {
        return slots.getOrDefault(slot, List.of());
    }

    boolean isClause() {
        return !phrases(Slot.C).isEmpty();
    }
}
