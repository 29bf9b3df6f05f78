package org.kukai.dataset.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import org.kukai.prompt.Wording;

/**
 * A text of a file with its prompt.
 *
 * @param digest the beginning of the SHA-256 of the text as it came
 */
record Unjudged(int line, Wording prompt, String system, SourceRow.Text text, UUID digest) {
    static Unjudged of(SourceRow.Good row, Wording prompt, SourceRow.Text text) {
        return new Unjudged(row.line(), prompt, row.system(), text, digest(text.raw()));
    }

    private static UUID digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
