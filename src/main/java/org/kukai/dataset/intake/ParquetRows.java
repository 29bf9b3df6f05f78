package org.kukai.dataset.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.kukai.dataset.DuckDb;

/** The rows of a Parquet file, as DuckDB reads them: only the columns that are wanted, a few rows at a time. */
final class ParquetRows implements SourceRows {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final List<List<String>> WANTED =
            List.of(RowReading.PROMPT, RowReading.TEXTS, RowReading.TEXT, RowReading.MODEL, RowReading.SYSTEM);

    private final Path folder;
    private final RowReading reading;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ResultSet rows;
    private int line;

    private ParquetRows(Path folder, RowReading reading) throws SQLException {
        this.folder = folder;
        this.reading = reading;
        Connection connection = DuckDb.open(folder);
        open.addFirst(connection);
        Statement statement = connection.createStatement();
        open.addFirst(statement);
        this.rows = statement.executeQuery(query(statement, folder.resolve("file.parquet")));
        open.addFirst(rows);
    }

    static boolean isParquet(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return Stream.of(input.readNBytes(MAGIC.length)).allMatch(head -> java.util.Arrays.equals(head, MAGIC));
        }
    }

    /** A folder of its own holds the file meanwhile, for DuckDB may look at nothing else. */
    static ParquetRows open(Path file, RowReading reading) throws IOException {
        Path folder = Files.createTempDirectory("kukai-import-");
        try {
            Files.copy(file, folder.resolve("file.parquet"));
            return new ParquetRows(folder, reading);
        } catch (SQLException e) {
            deleteAll(folder);
            throw unreadable(e);
        } catch (RuntimeException | IOException e) {
            deleteAll(folder);
            throw e;
        }
    }

    private static RuntimeException unreadable(SQLException e) {
        String said =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("'[^']*/", "'");
        return SourceRows.unreadable("The Parquet file cannot be read: " + said + ".");
    }

    private static String query(Statement statement, Path file) throws SQLException {
        String source = "read_parquet(" + DuckDb.literal(file) + ")";
        Map<String, String> types = new LinkedHashMap<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (columns.next()) {
                types.put(columns.getString("column_name"), columns.getString("column_type"));
            }
        }
        boolean many = types.keySet().stream().anyMatch(RowReading.TEXTS::contains);
        if (types.keySet().stream().noneMatch(RowReading.PROMPT::contains)
                || (!many && types.keySet().stream().noneMatch(RowReading.TEXT::contains))) {
            throw SourceRows.unreadable("The file's columns are " + String.join(", ", types.keySet())
                    + "; wanted are question and generations, or prompt and text.");
        }
        types.forEach(ParquetRows::check);
        String wanted = String.join(
                ", ", types.keySet().stream().filter(ParquetRows::isWanted).toList());
        return "SELECT to_json(r)::VARCHAR FROM (SELECT " + wanted + " FROM " + source + ") r";
    }

    private static boolean isWanted(String column) {
        return WANTED.stream().anyMatch(names -> names.contains(column));
    }

    private static void check(String column, String type) {
        boolean list = RowReading.TEXTS.contains(column);
        boolean right = !isWanted(column)
                || type.equals(list ? "VARCHAR[]" : "VARCHAR")
                || (RowReading.MODEL.contains(column) && type.equals("VARCHAR[]"));
        if (!right) {
            throw SourceRows.unreadable(
                    "The column " + column + " holds " + type + ", not " + (list ? "lists of texts." : "texts."));
        }
    }

    @Override
    public Optional<SourceRow> next() {
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            line++;
            return Optional.of(reading.read(line, rows.getString(1)));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("cannot close the reader of a Parquet file", e);
            }
        }
        deleteAll(folder);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
