package org.kukai.generation;

import java.util.UUID;

/** A stretch of a run's samples that this node has claimed. Counted down by the one thread that stores. */
final class Block {
    final UUID id;
    private int left;

    Block(UUID id) {
        this.id = id;
    }

    Block withOneMore() {
        left++;
        return this;
    }

    /** Takes so many off that are stored; tells whether none is left. */
    boolean isDoneAfter(int stored) {
        left -= stored;
        return left == 0;
    }
}
