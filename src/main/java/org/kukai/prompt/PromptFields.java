package org.kukai.prompt;

import java.util.List;
import java.util.Locale;

/** Under which names files keep prompts; the first that is there counts. */
final class PromptFields {
    static final List<String> NAMES = List.of("prompt", "text", "question");

    private PromptFields() {}

    /** How good a name is: 0 is best, {@code NAMES.size()} is none of ours. */
    static int rank(String name) {
        int rank = NAMES.indexOf(name.strip().toLowerCase(Locale.ROOT));
        return rank < 0 ? NAMES.size() : rank;
    }

    static boolean isKnown(String name) {
        return rank(name) < NAMES.size();
    }
}
