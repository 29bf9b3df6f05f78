package org.kukai.llm;

import java.util.Locale;

/** What stands behind a model's name. Declared in the order of the lists: the composer comes first by its name. */
public enum ModelKind {
    /** Kukai's own composer: word lists and a grammar, no language model. */
    COMPOSER("built-in composer, not a language model"),
    /** A server that speaks the OpenAI protocol. */
    OPENAI("OpenAI-compatible server");

    private final String prose;

    ModelKind(String prose) {
        this.prose = prose;
    }

    /** As the API spells it: {@code composer}, {@code openai}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words, for people. */
    public String prose() {
        return prose;
    }
}
