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
    private final Limit usual;
    private final Limit candidates;

    Uploads(
            @ConfigProperty(name = "kukai.upload.max-size") MemorySize limit,
            @ConfigProperty(name = "kukai.candidates.max-size") MemorySize candidates) {
        this.usual = new Limit(limit.asLongValue(), "kukai.upload.max-size");
        this.candidates = new Limit(candidates.asLongValue(), "kukai.candidates.max-size");
    }

    /** How many bytes a file has at most, and the setting that says so. */
    private record Limit(long bytes, String setting) {
        RefusedException tooLarge() {
            return new RefusedException(
                    RefusedException.Kind.TOO_LARGE,
                    "The file is larger than the %,d bytes that this Kukai takes; nothing was added. Send it in parts, or ask"
                                    .formatted(bytes)
                            + " whoever runs this Kukai to raise " + setting + ".");
        }
    }

    /**
     * The file of a form.
     *
     * @throws RefusedException when none was chosen, or it is too large
     */
    public Path chosen(@Nullable FileUpload file) {
        return chosen(file, usual);
    }

    /** The same for a file of candidates, which may be larger. */
    public Path chosenCandidates(@Nullable FileUpload file) {
        return chosen(file, candidates);
    }

    private static Path chosen(@Nullable FileUpload file, Limit limit) {
        if (file == null || file.fileName().isBlank()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "No file was chosen. Choose one and send it again.");
        }
        if (file.size() > limit.bytes()) {
            throw limit.tooLarge();
        }
        return file.uploadedFile();
    }

    /**
     * Does something with the body of a call, which is a file for as long as that takes.
     *
     * @throws RefusedException when it is too large
     */
    public <T> T withBody(InputStream body, Function<Path, T> use) {
        return withBody(body, usual, use);
    }

    /** The same for candidates, which may be more. */
    public <T> T withCandidates(InputStream body, Function<Path, T> use) {
        return withBody(body, candidates, use);
    }

    private static <T> T withBody(InputStream body, Limit limit, Function<Path, T> use) {
        try {
            Path file = Files.createTempFile("kukai-", ".upload");
            try {
                save(body, limit, file);
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(InputStream body, Limit limit, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            long size = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                size += read;
                if (size <= limit.bytes()) {
                    out.write(chunk, 0, read);
                }
            }
            // The rest was read, too: a caller that is still sending would not see the answer.
            if (size > limit.bytes()) {
                throw limit.tooLarge();
            }
        }
    }
}
