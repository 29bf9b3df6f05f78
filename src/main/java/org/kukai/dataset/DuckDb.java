package org.kukai.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** DuckDB within bounds: one thread, little memory, one folder that it may touch, and no network. */
public final class DuckDb {
    private DuckDb() {}

    /**
     * Opens a database of its own, in memory.
     *
     * @param folder the only folder that is touched; it also takes what does not fit into memory
     */
    public static Connection open(Path folder) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings(folder)) {
                statement.execute("SET " + setting);
            }
        }
        return connection;
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

    /** The path as SQL writes a text. */
    public static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
