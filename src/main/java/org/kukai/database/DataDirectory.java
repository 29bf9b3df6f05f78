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
            throw unusable(root, e);
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
        try {
            return secret(root, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret " + root.resolve(name), e);
        }
    }

    /**
     * The same for a program that keeps nothing else in the folder and so does not claim it. Several may call this at once;
     * all get the same secret.
     *
     * @throws DatabaseUnavailableException when the folder cannot be written
     */
    public static String secretIn(Path folder, String name) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            createPrivately(root);
            return secret(root, name);
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    private static String secret(Path root, String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.exists(file)) {
            writeSecret(file);
        }
        return Files.readString(file).strip();
    }

    // Written aside and then linked, so that nobody reads half a secret and the first of several writers wins.
    private static void writeSecret(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Path fresh = Files.createTempFile(
                file.getParent(),
                file.getFileName() + ".",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, HexFormat.of().formatHex(secret) + "\n");
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return; // somebody else's, which is as good
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file); // a file system without links
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static DatabaseUnavailableException unusable(Path root, IOException e) {
        return new DatabaseUnavailableException(
                "Cannot use the data directory " + root + ": " + e
                        + ". Choose a folder that can be written with KUKAI_DATA_DIR.",
                e);
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
