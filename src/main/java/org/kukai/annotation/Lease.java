package org.kukai.annotation;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a pair is kept for its rater. What is fetched ahead is kept for half as long again, so that a rater who is not slow comes
 * to it with a whole lease left, and nothing has to be written then.
 */
record Lease(Duration length) {
    /** The end of a lease that begins now, of a pair that is shown or fetched ahead. */
    Instant until(Instant now, boolean ahead) {
        return now.plus(ahead ? length.multipliedBy(3).dividedBy(2) : length);
    }

    /** Whether less than a whole lease is left of one that ends then. */
    boolean isShort(Instant until, Instant now) {
        return until.isBefore(now.plus(length));
    }
}
