package org.kukai.llm;

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

    /** In words, for people. */
    public String prose() {
        return prose;
    }
}
