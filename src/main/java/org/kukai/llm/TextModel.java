package org.kukai.llm;

/** Something that answers a request with text: a model server, or the built-in composer. Thread safe. */
public interface TextModel {
    /**
     * Asks once, and waits: call it on a virtual thread and outside any transaction. Nothing is tried again in here.
     *
     * @param system the system message; when blank, none is sent
     * @param user the request itself
     * @return from 1 to {@code sampling.n()} choices; a server that ignores {@code n} gives fewer than asked
     * @throws ModelFailedException when there is no answer that can be read
     */
    Completion complete(String system, String user, Sampling sampling);

    /**
     * How many answers it is worth asking for in one call, from 1 to {@code wanted}. A call may still give fewer, as nobody
     * knows beforehand what a server does; what was learnt is remembered. A seed belongs to one sample, so that a sample comes
     * out the same however a run was cut into calls: with a seed, it is one at a time.
     */
    default int atOnce(Sampling sampling, int wanted) {
        return sampling.seed() == null ? wanted : 1;
    }

    /** The same as {@link #atOnce}, to reckon beforehand what a call may take: nothing is found out by it. */
    default int likelyAtOnce(Sampling sampling, int wanted) {
        return sampling.seed() == null ? wanted : 1;
    }
}
