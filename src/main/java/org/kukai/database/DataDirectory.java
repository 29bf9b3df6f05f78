package org.kukai.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The folder where this installation keeps what must survive a restart. One Kukai at a time: the operating system
 * holds the claim and drops it when the program ends, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final Path root;
    private final FileChannel channel;
    private final FileLock claim;

    private DataDirectory(Path root, FileChannel channel, FileLock claim) {
        this.root = root;
        this.channel = channel;
        this.claim = claim;
    }

    /**
     * Makes the folder if it is missing and claims it.
     *
     * @throws DatabaseUnavailableException when another Kukai uses it or it cannot be written
     */
    public static DataDirectory claim(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            createPrivately(root);
            channel = FileChannel.open(root.resolve("kukai.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DatabaseUnavailableException("Another Kukai is using the data directory " + root
                        + ". Stop it, or give this one a folder of its own with KUKAI_DATA_DIR.");
            }
            return new DataDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "Cannot use the data directory " + root + ": " + e
                            + ". Choose a folder that can be written with KUKAI_DATA_DIR.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM
        }
    }

    public Path root() {
        return root;
    }

    /** A random secret (64 hexadecimal digits) kept in a file that only its owner can read; made at the first call. */
    public String secret(String name) {
        Path file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret " + file, e);
        }
    }

    private static void writeSecret(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(secret) + "\n");
        Files.move(fresh, file);
    }

    private static void createPrivately(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        try {
            claim.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up the claim on " + root, e);
        }
    }
}
