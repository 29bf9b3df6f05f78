package org.kukai.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Files that people send, by form or as the body of a call: on disk before anything is done with them, and not too large. */
@ApplicationScoped
public class Uploads {
    private final long limit;

    Uploads(@ConfigProperty(name = "kukai.upload.max-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    /**
     * The file of a form.
     *
     * @throws RefusedException when none was chosen, or it is too large
     */
    public Path chosen(@Nullable FileUpload file) {
        if (file == null || file.fileName().isBlank()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "No file was chosen. Choose one and send it again.");
        }
        if (file.size() > limit) {
            throw tooLarge();
        }
        return file.uploadedFile();
    }

    /**
     * Does something with the body of a call, which is a file for as long as that takes.
     *
     * @throws RefusedException when it is too large
     */
    public <T> T withBody(InputStream body, Function<Path, T> use) {
        try {
            Path file = Files.createTempFile("kukai-", ".upload");
            try {
                save(body, file);
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            long size = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                size += read;
                if (size <= limit) {
                    out.write(chunk, 0, read);
                }
            }
            // The rest was read, too: a caller that is still sending would not see the answer.
            if (size > limit) {
                throw tooLarge();
            }
        }
    }

    private RefusedException tooLarge() {
        return new RefusedException(
                RefusedException.Kind.TOO_LARGE,
                "The file is larger than the %,d bytes that this Kukai takes; nothing was added. Send it in parts, or ask"
                                .formatted(limit)
                        + " whoever runs this Kukai to raise kukai.upload.max-size.");
    }
}
