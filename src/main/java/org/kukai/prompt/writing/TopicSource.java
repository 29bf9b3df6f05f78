package org.kukai.prompt.writing;

/** Where the topics of a prompt run come from. */
public enum TopicSource {
    /** A person named them. */
    GIVEN("given by hand"),
    /** The starter set's. */
    STARTER("of the starter set"),
    /** The model itself proposes them first. */
    PROPOSED("proposed by the model");

    private final String prose;

    TopicSource(String prose) {
        this.prose = prose;
    }

    /** In words, for people. */
    public String prose() {
        return prose;
    }
}
