package org.kukai.llm;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets pages go first where the composer would have all processors. It waits while somebody waits for a page, between two calls and for a
 * short time, so that however many pages are looked at it gets on.
 */
@ApplicationScoped
public class Courtesy {
    private static final long LONGEST_MILLIS = 40;

    private final AtomicInteger open = new AtomicInteger();

    /** Somebody asks for a page; say when it is {@link #served}. */
    public void asked() {
        open.incrementAndGet();
    }

    public void served() {
        open.decrementAndGet();
    }

    /** Waits while pages are made, at most 40 ms; only on virtual threads, for others make those pages. */
    void giveWay() {
        try {
            for (int waited = 0;
                    open.get() > 0
                            && waited < LONGEST_MILLIS
                            && Thread.currentThread().isVirtual();
                    waited++) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
