package org.kukai.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All files of a release in one folder. The rows come from one transaction's view of the database; the files are a function of
 * those rows and the terms alone.
 *
 * @param rows by split
 * @param files in the order in which they are listed, without the zip
 */
record Snapshot(Map<String, Long> rows, String manifest, List<Manifest.FileEntry> files, Manifest.FileEntry zip) {
    static final String ZIP = "release.zip";
    private static final String CARD = "README.md";

    /**
     * Fills the folder.
     *
     * @param connection in a transaction that sees one state of the database throughout
     * @param folder empty, and nobody else's
     * @param version of the program
     * @throws EmptyReleaseException when no row is left to train on
     */
    static Snapshot take(Connection connection, Terms terms, Path folder, String version)
            throws SQLException, IOException {
        Files.createDirectories(folder.resolve("jsonl"));
        Files.createDirectories(folder.resolve("data"));
        Tally tally = writeLines(connection, terms, folder);
        if (tally.rows(Part.TRAIN) == 0) {
            throw EmptyReleaseException.of(terms, tally);
        }
        List<Manifest.FileEntry> files = new ArrayList<>();
        for (Part part : Part.values()) {
            if (tally.rows(part) > 0) {
                ParquetFile.write(folder, folder.resolve(part.jsonLines()), folder.resolve(part.parquet()));
                files.add(entry(folder, part.parquet(), Optional.of(tally.rows(part))));
            } else {
                Files.delete(folder.resolve(part.jsonLines())); // nobody can read the types of no rows
            }
        }
        for (Part part : Part.values()) {
            if (tally.rows(part) > 0) {
                files.add(entry(folder, part.jsonLines(), Optional.of(tally.rows(part))));
            }
        }
        Manifest manifest = manifest(connection, terms, tally, version).withFiles(files);
        Files.writeString(folder.resolve(CARD), new Card(terms, tally, manifest).text());
        files.addFirst(entry(folder, CARD, Optional.empty()));
        String text = Json.pretty(manifest.withFiles(files));
        Files.writeString(folder.resolve(Manifest.PATH), text);
        files.add(1, entry(folder, Manifest.PATH, Optional.empty()));
        ReleaseZip.write(folder, files.stream().map(Manifest.FileEntry::path).toList(), folder.resolve(ZIP));
        return new Snapshot(tally.rows(), text, List.copyOf(files), entry(folder, ZIP, Optional.empty()));
    }

    private static Tally writeLines(Connection connection, Terms terms, Path folder) throws SQLException, IOException {
        try (Writer train = Files.newBufferedWriter(folder.resolve(Part.TRAIN.jsonLines()));
                Writer test = Files.newBufferedWriter(folder.resolve(Part.TEST.jsonLines()))) {
            return new Selection(terms)
                    .run(
                            connection,
                            (part, row) -> (part == Part.TRAIN ? train : test)
                                    .append(Json.line(row))
                                    .append('\n'));
        }
    }

    private static Manifest manifest(Connection connection, Terms terms, Tally tally, String version)
            throws SQLException {
        long kept = tally.rows(Part.TRAIN) + tally.rows(Part.TEST);
        return new Manifest(
                Manifest.FORMAT,
                version,
                Manifest.TermsUsed.of(terms),
                new Manifest.Pairs(tally.considered(), kept, tally.dropped()),
                tally.rows(),
                tally.prompts(),
                tally.sources(),
                tally.adjudicated(),
                tally.differences(),
                tally.scorers(),
                tally.authors(),
                Provenance.generation(connection, tally.runs()),
                terms.policy().readsVotes() ? Provenance.annotation(connection) : Optional.empty(),
                List.of());
    }

    private static Manifest.FileEntry entry(Path folder, String path, Optional<Long> rows) throws IOException {
        Path file = folder.resolve(path);
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Manifest.FileEntry(
                path, rows, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }
}
