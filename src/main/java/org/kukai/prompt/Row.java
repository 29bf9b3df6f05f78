package org.kukai.prompt;

import org.jspecify.annotations.Nullable;

/** One row of what somebody brings: a text that may become a prompt, or what is wrong with the row. */
public sealed interface Row {
    /** Its place among the rows, from 0. */
    int index();

    /** The line of the file it begins on, from 1; 0 when it is not from a file. */
    int line();

    /** A text to take in, with the topic it is about where that is known. */
    record Text(int index, int line, String text, @Nullable String topic) implements Row {}

    /** A row that could not be read. */
    record Broken(int index, int line, String detail) implements Row {}
}
