package org.kukai.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Turns JSON lines of the configuration {@code default} into Parquet, by DuckDB: one thread and the order of the lines, so that
 * the same lines give the same bytes.
 */
final class ParquetFile {
    private static final int ROWS_PER_GROUP = 20_480;

    private ParquetFile() {}

    /**
     * Writes {@code target}.
     *
     * @param folder the only folder that is touched; holds both files
     */
    static void write(Path folder, Path lines, Path target) throws SQLException {
        String columns = Arrays.stream(Column.values())
                .map(column -> "'" + column.spelled() + "': '" + column.type().duckDb() + "'")
                .collect(Collectors.joining(", "));
        try (Connection connection = DuckDb.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(
                    Locale.ROOT,
                    "COPY (SELECT * FROM read_json(%s, format = 'newline_delimited', columns = {%s}))"
                            + " TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)",
                    DuckDb.literal(lines),
                    columns,
                    DuckDb.literal(target),
                    ROWS_PER_GROUP));
        }
    }
}
