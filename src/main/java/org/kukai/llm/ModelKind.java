package org.kukai.llm;

import java.util.Locale;

/** What stands behind a model's name. Declared in the order of the lists: the composer comes first by its name. */
public enum ModelKind {
    /** Kukai's own composer: word lists and a grammar, no language model. */
    COMPOSER("built-in composer, not a language model"),
    /** A server that speaks the OpenAI protocol. */
    OPENAI("OpenAI-compatible server");

    /** What the schema calls the composer. Its row is never removed, so no other model can take the name. */
    private static final String COMPOSER_NAME = "composer";

    private final String prose;

    ModelKind(String prose) {
        this.prose = prose;
    }

    /** What stands, or stood, behind a model's name. */
    public static ModelKind ofModel(String name) {
        return name.equals(COMPOSER_NAME) ? COMPOSER : OPENAI;
    }

    /** A model's name for people: the composer's says what it is not. */
    public static String shown(String name) {
        return ofModel(name) == COMPOSER ? name + " (built in, not a language model)" : name;
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
