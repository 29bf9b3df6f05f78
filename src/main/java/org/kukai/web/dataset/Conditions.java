package org.kukai.web.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a file besides the file (RFC 9110, sections 13 and 14): a range of bytes, and on what conditions.
 * Of a request for several ranges, or for one in words that nobody knows, the whole file is the answer, as the standard allows.
 */
record Conditions(
        @Nullable String range,
        @Nullable String ifRange,
        @Nullable String ifNoneMatch) {
    private static final Pattern BYTES = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** Bytes of a file, both ends within. */
    record Span(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    /** What to send of a file: all of it, a part, or nothing because the part asked for lies behind its end. */
    sealed interface Wanted {
        record Whole() implements Wanted {}

        record Part(Span span) implements Wanted {}

        record Nothing() implements Wanted {}
    }

    /** Whether the caller has this very file already. */
    boolean hasAlready(String entityTag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String known : ifNoneMatch.split(",", -1)) {
            String tag = known.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(entityTag)) {
                return true;
            }
        }
        return false;
    }

    Wanted wanted(String entityTag, long size) {
        if (range == null || (ifRange != null && !ifRange.strip().equals(entityTag))) {
            return new Wanted.Whole();
        }
        Matcher bytes = BYTES.matcher(range.strip());
        if (!bytes.matches()) {
            return new Wanted.Whole();
        }
        Optional<Long> from = number(bytes.group(1));
        Optional<Long> to = number(bytes.group(2));
        if (from.isPresent()) {
            return to.isPresent() && to.get() < from.get() ? new Wanted.Whole() : between(from.get(), to, size);
        }
        return to.<Wanted>map(length -> last(length, size)).orElseGet(Wanted.Whole::new);
    }

    private static Wanted between(long first, Optional<Long> last, long size) {
        return first >= size
                ? new Wanted.Nothing()
                : new Wanted.Part(new Span(first, Math.min(last.orElse(size - 1), size - 1)));
    }

    private static Wanted last(long length, long size) {
        return length == 0 || size == 0
                ? new Wanted.Nothing()
                : new Wanted.Part(new Span(Math.max(0, size - length), size - 1));
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
    }
}
