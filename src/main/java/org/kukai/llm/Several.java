package org.kukai.llm;

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Whether a server gives several answers to one request. Servers of all three kinds exist: some do, some refuse, and some ignore
 * the wish and give one. It is found out with one request at a time, so that few are refused, and then remembered. Of those that do, some have a
 * limit: after a refusal half as many are asked for, down to one; when that is refused too, the number was not the reason.
 */
final class Several {
    private static final long LONGEST_TRY = Duration.ofMinutes(3).toNanos();

    private final Consumer<Boolean> remember;
    private @Nullable Boolean known;
    /** The server refused several answers; an answer to a request for one will tell whether that was the reason. */
    private boolean suspected;

    private @Nullable Long triedSince;
    /** How many answers the server gives at once, as far as is known. */
    private int most = Integer.MAX_VALUE;

    Several(@Nullable Boolean known, Consumer<Boolean> remember) {
        this.known = known;
        this.remember = remember;
    }

    /** How many answers the next request should ask for, of so many that are wanted. */
    synchronized int worthAsking(int wanted, long now) {
        int likely = likely(wanted, now);
        if (known == null && likely > 1) {
            triedSince = now;
        }
        return likely;
    }

    /** The same, by somebody who may not make that request after all. */
    synchronized int likely(int wanted, long now) {
        if (known != null) {
            return known ? Math.min(wanted, most) : 1;
        }
        boolean tried = triedSince != null && now - triedSince < LONGEST_TRY;
        return suspected || tried ? 1 : wanted;
    }

    /** How many to write into a request. */
    synchronized int asked(int wanted) {
        return suspected || Boolean.FALSE.equals(known) ? 1 : Math.min(wanted, most);
    }

    void answered(int asked, int got) {
        if (asked > 1) {
            learn(got > 1);
        } else if (isSuspected()) {
            learn(false);
        }
    }

    /** The request came to nothing that tells; the next may try. */
    synchronized void failed() {
        triedSince = null;
    }

    /** A request for so many was refused; tells whether asking for fewer may help. */
    synchronized boolean refused(int asked) {
        if (Boolean.TRUE.equals(known)) {
            most = asked == 1 ? Integer.MAX_VALUE : Math.min(most, asked / 2);
            return asked > 1;
        }
        suspected |= known == null && asked > 1;
        return suspected;
    }

    private synchronized boolean isSuspected() {
        return suspected && known == null;
    }

    private void learn(boolean several) {
        synchronized (this) {
            if (known != null) {
                return;
            }
            known = several;
            suspected = false;
        }
        remember.accept(several);
    }
}
