package org.kukai.dataset.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.kukai.RefusedException;

/** The rows of a file of candidates, one at a time. */
interface SourceRows extends AutoCloseable {
    /**
     * The next row; empty at the end.
     *
     * @throws RefusedException when the file cannot be read further
     */
    Optional<SourceRow> next() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file by what it begins with, whatever its name says. */
    static SourceRows open(Path file, RowReading reading) throws IOException {
        return ParquetRows.isParquet(file) ? ParquetRows.open(file, reading) : new JsonLineRows(file, reading);
    }

    static RefusedException unreadable(String detail) {
        return new RefusedException(RefusedException.Kind.INVALID, detail + " Nothing was added.");
    }
}
