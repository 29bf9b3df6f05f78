package org.kukai.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Turns JSON lines of the configuration {@code default} into Parquet, by DuckDB: one thread and the order of the lines, so that
 * the same lines give the same bytes. DuckDB may touch one folder, and no network.
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
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String setting : settings(folder)) {
                statement.execute("SET " + setting);
            }
            statement.execute(String.format(
                    Locale.ROOT,
                    "COPY (SELECT * FROM read_json(%s, format = 'newline_delimited', columns = {%s}))"
                            + " TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)",
                    literal(lines),
                    columns,
                    literal(target),
                    ROWS_PER_GROUP));
        }
    }

    private static List<String> settings(Path folder) {
        return List.of(
                "threads = 1",
                "preserve_insertion_order = true",
                "memory_limit = '256MB'",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "temp_directory = " + literal(folder.resolve("spill")),
                "allowed_directories = [" + literal(folder) + "]",
                "enable_external_access = false",
                "lock_configuration = true");
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
