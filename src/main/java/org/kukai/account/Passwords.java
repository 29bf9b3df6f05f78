package org.kukai.account;

import java.nio.charset.StandardCharsets;

import io.quarkus.elytron.security.common.BcryptUtil;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Passwords are kept as bcrypt hashes (2^11 rounds, a random salt each). */
final class Passwords {
    private static final int COST = 11;
    private static final int SHORTEST = 10;
    /** bcrypt reads no more than this many bytes. */
    private static final int LONGEST_BYTES = 72;

    /** What a missing account is compared with, so that it takes as long as an existing one. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody has this password", COST);

    private Passwords() {}

    static String hash(String password) {
        if (password.length() < SHORTEST) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "A password has at least " + SHORTEST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "A password has at most " + LONGEST_BYTES + " bytes.");
        }
        return BcryptUtil.bcryptHash(password, COST);
    }

    static boolean matches(String password, @Nullable String hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return false;
        }
        boolean same = BcryptUtil.matches(password, hash == null ? NOBODY : hash);
        return same && hash != null;
    }
}
