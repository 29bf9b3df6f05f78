package org.kukai.dataset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Which prompts' rows are for testing. A prompt's place between 0 and 1 is the SHA-256 of its id, so it is the same on every
 * machine and in every release, and a larger share only adds prompts.
 */
record TestSplit(double share) {
    private static final int BITS = 256;

    boolean holds(UUID promptId) {
        return place(promptId) < share;
    }

    static double place(UUID promptId) {
        byte[] digest = Digests.sha256(
                ("kukai test split " + promptId.toString().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
        BigDecimal whole = new BigDecimal(BigInteger.ONE.shiftLeft(BITS));
        return new BigDecimal(new BigInteger(1, digest))
                .divide(whole, java.math.MathContext.DECIMAL64)
                .doubleValue();
    }
}
