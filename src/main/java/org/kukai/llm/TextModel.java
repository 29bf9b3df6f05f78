package org.kukai.llm;

/** Something that answers a request with text: a model server, or the built-in composer. Thread safe. */
public interface TextModel {
    /**
     * Asks once, and waits: call it on a virtual thread and outside any transaction. Nothing is tried again in here.
     *
     * @param system the system message; when blank, none is sent
     * @param user the request itself
     * @return at least one choice; a server that ignores {@code n} gives fewer than asked
     * @throws ModelFailedException when there is no answer that can be read
     */
    Completion complete(String system, String user, Sampling sampling);
}
