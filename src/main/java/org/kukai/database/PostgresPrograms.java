package org.kukai.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

/** PostgreSQL's own programs for this platform, unpacked once per version from the archive on the class path. */
record PostgresPrograms(Path bin) {
    private static final String UNPACKING = "unpacking-";

    /** Unpacks the programs below the folder unless they are there; a half-unpacked folder is never taken for a whole one. */
    static PostgresPrograms below(Path folder) throws IOException {
        String archive = "postgres-" + operatingSystem() + "-" + processor() + ".txz";
        try (InputStream packed = open(archive)) {
            if (packed == null) {
                throw new DatabaseUnavailableException("No embedded PostgreSQL for this platform (" + archive
                        + "). Install PostgreSQL and set QUARKUS_DATASOURCE_JDBC_URL.");
            }
            Path home = folder.resolve("programs-" + fingerprint(packed));
            if (!Files.exists(home)) {
                clearLeftOvers(folder);
                unpack(archive, home);
            }
            return new PostgresPrograms(home.resolve("bin"));
        }
    }

    String initdb() {
        return bin.resolve("initdb").toString();
    }

    String pgCtl() {
        return bin.resolve("pg_ctl").toString();
    }

    /** The release that decides whether data can be read, such as {@code 17}. */
    String majorVersion() throws IOException {
        Path log = bin.resolveSibling("version.log");
        Command.run(List.of(bin.resolve("postgres").toString(), "--version"), log);
        String said = Files.readString(log).strip();
        return said.replaceAll("^.* ([0-9]+)[.a-z].*$", "$1");
    }

    /** What a start that was killed while unpacking has left. */
    private static void clearLeftOvers(Path folder) throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, UNPACKING + "*")) {
            for (Path half : halves) {
                EmbeddedDatabase.deleteTree(half);
            }
        }
    }

    private static @Nullable InputStream open(String archive) {
        return PostgresPrograms.class.getResourceAsStream("/" + archive);
    }

    /** Tells the archive of one version from that of another. */
    private static String fingerprint(InputStream packed) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(packed.readAllBytes());
        return Long.toHexString(sum.getValue());
    }

    private static void unpack(String archive, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(home.getParent(), UNPACKING);
        try (InputStream packed = open(archive);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, fresh);
            }
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(
                    target,
                    Set.of(
                            OWNER_READ,
                            OWNER_WRITE,
                            OWNER_EXECUTE,
                            GROUP_READ,
                            GROUP_EXECUTE,
                            OTHERS_READ,
                            OTHERS_EXECUTE));
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
