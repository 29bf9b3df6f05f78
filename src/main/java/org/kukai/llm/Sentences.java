package org.kukai.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Parts of the sentences in which failures are told. */
final class Sentences {
    private static final int LONGEST = 300;
    private static final String ENDS = ".!?…";

    private Sentences() {}

    static String wait(Optional<Duration> retryAfter) {
        return retryAfter.map(d -> ", for " + seconds(d)).orElse("");
    }

    static String seconds(Duration duration) {
        String number =
                BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
        return number + (number.equals("1") ? " second" : " seconds");
    }

    /** Appends what the server said, on one line, not too long and with its full stop. */
    static String quote(String said) {
        String line = said.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.isEmpty()) {
            return ".";
        }
        String quoted = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return ": " + quoted + (ENDS.indexOf(quoted.charAt(quoted.length() - 1)) < 0 ? "." : "");
    }
}
