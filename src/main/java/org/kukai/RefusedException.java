package org.kukai;

import java.io.Serial;

/**
 * A request that Kukai understood and will not carry out. The message is shown to the person who asked, so it says what
 * is wrong, with the value, and what to do. Rooms name their refusals by extending this; {@code web} maps them all once.
 */
public class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What kind of no it is; each is one HTTP status. */
    public enum Kind {
        /** The input is wrong and sending it again will not help. */
        INVALID(400),
        /** The caller may not do this. */
        FORBIDDEN(403),
        /** What was named does not exist, or not for this caller. */
        UNKNOWN(404),
        /** Right in itself, but not in the present state. */
        CONFLICT(409),
        /** The input is larger than this installation takes. */
        TOO_LARGE(413),
        /** The caller asks too often. */
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String message;

    public RefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public final Kind kind() {
        return kind;
    }
}
