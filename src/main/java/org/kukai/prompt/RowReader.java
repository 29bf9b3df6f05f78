package org.kukai.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/** Reads a file row by row, holding one row at a time; numbers the rows from 0. */
abstract class RowReader implements Iterator<Row>, AutoCloseable {
    private @Nullable Row ahead;
    private int index;

    /**
     * The next row, numbered so, or null at the end.
     *
     * @throws UnreadableFileException when the file cannot be read further
     */
    protected abstract @Nullable Row read(int nextIndex) throws IOException;

    @Override
    public abstract void close() throws IOException;

    @Override
    public final boolean hasNext() {
        if (ahead == null) {
            try {
                ahead = read(index);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ahead != null;
    }

    @Override
    public final Row next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        Row row = ahead;
        ahead = null;
        index++;
        return row;
    }
}
