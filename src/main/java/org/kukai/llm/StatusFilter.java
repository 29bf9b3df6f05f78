package org.kukai.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

import org.jspecify.annotations.Nullable;

/**
 * Keeps of an unsuccessful answer what the OpenAI client drops, the header that says when to come back; and refuses to read
 * an answer of a size that no poem has.
 */
final class StatusFilter implements ClientResponseFilter {
    private static final int READ_AT_MOST = 4096;
    /** More than 128 answers of the longest kind have; reading them takes several times as much memory. */
    private static final int ANSWER_AT_MOST = 4 << 20;

    /** An answer whose status is not 2xx. */
    static final class StatusException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        final int status;
        final @Nullable String retryAfter;
        final String body;

        StatusException(int status, @Nullable String retryAfter, String body) {
            super("status " + status);
            this.status = status;
            this.retryAfter = retryAfter;
            this.body = body;
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        int status = response.getStatus();
        if (status < 100) {
            return; // no answer came at all; the client calls its filters even so
        }
        if (status < 200 || status > 299) {
            throw new StatusException(status, response.getHeaderString("Retry-After"), beginning(response));
        }
        InputStream body = response.getEntityStream();
        // The client has the whole body by now, so that what is available is all of it.
        if (body != null && body.available() > ANSWER_AT_MOST) {
            throw new ModelFailedException(new Failure.Nonsense(
                    "it has " + body.available() + " bytes; at most " + ANSWER_AT_MOST + " are read"));
        }
    }

    private static String beginning(ClientResponseContext response) throws IOException {
        try (InputStream body = response.getEntityStream()) {
            return body == null ? "" : new String(body.readNBytes(READ_AT_MOST), StandardCharsets.UTF_8);
        }
    }
}
