package org.kukai.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All files of a release in one. They are stored, not deflated: what a deflater makes of a file depends on the zlib that a
 * machine has, and the bytes of a release must not. (Parquet is compressed in itself.)
 */
final class ReleaseZip {
    // The earliest time that a zip can tell, in no time zone.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReleaseZip() {}

    static void write(Path folder, List<String> paths, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String path : paths) {
                Path file = folder.resolve(path);
                ZipEntry entry = new ZipEntry(path);
                entry.setTimeLocal(NO_TIME);
                entry.setSize(Files.size(file));
                entry.setCrc(crc(file));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static long crc(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
            checked.transferTo(OutputStream.nullOutputStream());
            return checked.getChecksum().getValue();
        }
    }
}
