package org.kukai.annotation;

/** What a round has for a rater now. */
public sealed interface Turn {
    /** A pair to vote on. */
    record Offered(BlindPair pair) implements Turn {}

    /** Nothing now. A pair may come back when another rater leaves one open. */
    record Nothing() implements Turn {}

    /** The round takes no votes. */
    record Closed() implements Turn {}
}
