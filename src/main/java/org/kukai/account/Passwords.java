package org.kukai.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

import io.quarkus.elytron.security.common.BcryptUtil;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Passwords are kept as bcrypt hashes (2^11 rounds, a random salt each) of their UTF-8 form, normalised (NFC). */
final class Passwords {
    private static final int COST = 11;
    private static final int SHORTEST = 10;
    /** bcrypt reads no more than this many bytes. */
    private static final int LONGEST_BYTES = 72;

    /** What a missing account is compared with, so that it takes as long as an existing one. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody has this password", COST);

    private Passwords() {}

    /**
     * The hash of a new password.
     *
     * @param name of the account, which the password may not repeat
     * @throws RefusedException when the password is too short, too long or too easily guessed
     */
    static String hash(String given, String name) {
        String password = normal(given);
        if (password.length() < SHORTEST) {
            throw refused(
                    "A password has at least " + SHORTEST + " characters; this one has " + password.length() + ".");
        }
        if (isTooLong(password)) {
            throw refused("A password has at most " + LONGEST_BYTES + " bytes; this one has "
                    + password.getBytes(StandardCharsets.UTF_8).length + ".");
        }
        if (password.indexOf('\0') >= 0) {
            throw refused("A password has no zero character.");
        }
        if (CommonPasswords.contain(password) || Names.key(password).equals(Names.key(name))) {
            throw refused("This password is among the first that anybody would try. Choose another.");
        }
        return BcryptUtil.bcryptHash(password, COST);
    }

    static boolean matches(String given, @Nullable String hash) {
        String password = normal(given);
        if (isTooLong(password)) {
            return false;
        }
        boolean same = BcryptUtil.matches(password, hash == null ? NOBODY : hash);
        return same && hash != null;
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    // The same password typed on two systems may come composed from one and decomposed from the other.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static RefusedException refused(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
