package org.kukai.job;

/**
 * Does one kind of background work. Every bean of this type is found by itself. A handler may be run again for the same instance after a
 * crash or a failure, so it asks what is left to do and does that; it opens its own transactions.
 */
public interface JobHandler {
    /** What orders for this handler are called; stored with them, so it never changes. */
    String kind();

    /**
     * Does the work; returning ends the job for good.
     *
     * @param instance what was ordered, mostly an identifier
     * @throws JobPostponedException when the work is sound but must go on later; that counts as no failure
     * @throws RuntimeException when it failed; it is tried again after a pause, a bounded number of times
     */
    void run(String instance);

    /** The last try has failed and the job is gone; the place to write the reason where people see it. */
    default void gaveUp(String instance, Throwable reason) {}

    /** Kukai is about to end: long work should stop soon by {@link JobPostponedException}, and will be gone on with. */
    default void stopping() {}
}
