package org.kukai.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kukai.RefusedException;

/**
 * The words of a prompt, proved to be askable: not empty, not too long, plain text. Two wordings are the same request when
 * they differ only in compatibility forms, case, white space, or the punctuation at the end.
 */
public record Wording(String text, String key) {
    /** Unicode code points. */
    static final int LIMIT = 2_000;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern END = Pattern.compile("[\\p{Po}\\p{Pd}\\s]+$");

    /**
     * Takes the text as somebody sent it.
     *
     * @throws RefusedException when it cannot be a prompt; the message says why
     */
    public static Wording of(String sent) {
        String text = LINE_END.matcher(sent).replaceAll("\n").strip();
        Optional<String> fault = faultOf(text);
        if (fault.isPresent()) {
            throw new RefusedException(RefusedException.Kind.INVALID, fault.get());
        }
        return new Wording(text, keyOf(text));
    }

    /** What is the same for two wordings of one request: 64 hexadecimal digits. */
    public static String keyOf(String text) {
        return sha256(normalise(text));
    }

    private static Optional<String> faultOf(String text) {
        if (text.isEmpty()) {
            return Optional.of("The prompt is empty.");
        }
        int length = text.codePointCount(0, text.length());
        if (length > LIMIT) {
            return Optional.of("The prompt has %,d characters; at most %,d are taken.".formatted(length, LIMIT));
        }
        if (text.codePoints().anyMatch(Wording::isNoText)) {
            return Optional.of("The prompt holds control characters, so it is not plain text.");
        }
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of("The prompt has no word in it: “" + text + "”.");
        }
        return Optional.empty();
    }

    private static boolean isNoText(int c) {
        return Character.getType(c) == Character.SURROGATE || (Character.isISOControl(c) && c != '\n' && c != '\t');
    }

    /** What two wordings of one request have in common. */
    public static String normalise(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        // Upper case first: it unfolds what lower case alone leaves apart, such as the sharp s.
        String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String spaced = WHITE_SPACE.matcher(folded).replaceAll(" ").strip();
        return END.matcher(spaced).replaceAll("");
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
