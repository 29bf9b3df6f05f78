package org.kukai.generation;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A stretch of a run's samples that this node has claimed. Counted down by those who store, when the outcomes are stored. */
final class Block {
    final UUID id;
    private final AtomicInteger left = new AtomicInteger();

    Block(UUID id) {
        this.id = id;
    }

    Block withOneMore() {
        left.incrementAndGet();
        return this;
    }

    /** One more is stored; tells whether it was the last. */
    boolean isDoneWithOneMore() {
        return left.decrementAndGet() == 0;
    }
}
