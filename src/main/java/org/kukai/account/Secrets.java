package org.kukai.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random keys that are handed out once and kept only as their SHA-256: links, invitations, tokens. */
final class Secrets {
    private static final int BYTES = 32;
    /** 96 bits: sixteen characters that a person can type. */
    private static final int SHORT_BYTES = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 random bits, as text that fits into an address. */
    static String fresh() {
        return random(BYTES);
    }

    /** A password that a person types once or twice. */
    static String shortFresh() {
        return random(SHORT_BYTES);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A fast hash is enough for a secret that cannot be guessed. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
