package org.kukai.llm.gate;

import java.util.function.BooleanSupplier;

/**
 * Somebody's wait for a call.
 *
 * @param until when it ends for nothing, in this machine's nanoseconds
 * @param isShut whether nobody is let in any more
 */
record Visit(long until, BooleanSupplier isShut) {
    boolean isOver(long now) {
        return now - until >= 0 || isShut.getAsBoolean();
    }
}
