package org.kukai.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Keeps the bytes of files in the database, in chunks, so that every node can serve any range of them with little memory. */
@ApplicationScoped
public class ReleaseStore {
    static final int CHUNK = 1 << 20;

    private final AgroalDataSource database;

    ReleaseStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Writes a file's content, in the caller's transaction. */
    void write(ReleaseFile file, Path content) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into release_chunk (file_id, position, content) values (?, ?, ?)");
                InputStream in = Files.newInputStream(content)) {
            int position = 0;
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                insert.setObject(1, file.id);
                insert.setInt(2, position++);
                insert.setBytes(3, chunk);
                insert.executeUpdate();
            }
        }
    }

    /**
     * Copies {@code length} bytes from the offset on. Every chunk is a query of its own: a slow reader holds no connection.
     *
     * @throws IOException when the reader has gone away, or a chunk cannot be read
     */
    public void copy(UUID fileId, long offset, long length, OutputStream out) throws IOException {
        long at = offset;
        long end = offset + length;
        while (at < end) {
            int within = (int) (at % CHUNK);
            int wanted = (int) Math.min(CHUNK - within, end - at);
            byte[] piece = read(fileId, Math.toIntExact(at / CHUNK), within, wanted);
            if (piece.length != wanted) {
                throw new IOException("file " + fileId + " ends at " + (at + piece.length) + ", not at " + end);
            }
            out.write(piece);
            at += wanted;
        }
    }

    private byte[] read(UUID fileId, int position, int within, int wanted) throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select substring(content from ? for ?) from release_chunk where file_id = ? and position = ?")) {
            query.setInt(1, within + 1);
            query.setInt(2, wanted);
            query.setObject(3, fileId);
            query.setInt(4, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        } catch (SQLException e) {
            throw new IOException("cannot read chunk " + position + " of file " + fileId, e);
        }
    }
}
