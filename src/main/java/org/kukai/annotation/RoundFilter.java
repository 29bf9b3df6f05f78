package org.kukai.annotation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.annotation.Round.Status;

/**
 * Which rounds are wanted: those that stand so, those that choose their pairs so, those whose name holds a text, or all.
 *
 * @param text letters of the name, upper or lower case; empty for any
 */
public record RoundFilter(Optional<Status> status, Optional<Pairing> pairing, String text) {
    /**
     * Reads the parameters of a request; null and empty are any.
     *
     * @throws RefusedException when there is no such status or pairing
     */
    public static RoundFilter of(@Nullable String status, @Nullable String pairing, @Nullable String text) {
        return new RoundFilter(
                given(status).map(RoundFilter::statusOf),
                given(pairing).map(Pairing::ofSpelled),
                given(text).map(String::strip).orElse(""));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    private static Status statusOf(String spelled) {
        return Arrays.stream(Status.values())
                .filter(status -> status.spelled().equals(spelled))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no status “" + spelled + "”. Choose one of "
                                + Arrays.stream(Status.values())
                                        .map(Status::spelled)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** One page of the rounds that fit, newest first; the first page is 1. */
    public List<Round> page(int page, int size) {
        return Round.<Round>find(where() + " order by id desc", values())
                .page(page - 1, size)
                .list();
    }

    public long count() {
        return Round.count(where(), values());
    }

    public boolean isAll() {
        return status.isEmpty() && pairing.isEmpty() && text.isEmpty();
    }

    /** As the API spells it; empty for any. */
    public String statusSpelled() {
        return status.map(Status::spelled).orElse("");
    }

    /** As the API spells it; empty for any. */
    public String pairingSpelled() {
        return pairing.map(Pairing::spelled).orElse("");
    }

    private String where() {
        return (status.isPresent() ? "status = :status" : "1 = 1")
                + (pairing.isPresent() ? " and pairing = :pairing" : "")
                + (text.isEmpty() ? "" : " and locate(:text, lower(name)) > 0");
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        status.ifPresent(wanted -> values.put("status", wanted));
        pairing.ifPresent(wanted -> values.put("pairing", wanted));
        if (!text.isEmpty()) {
            values.put("text", text.toLowerCase(Locale.ROOT));
        }
        return values;
    }
}
