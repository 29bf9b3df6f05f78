package org.kukai.generation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells which workers are dead: those that one has watched being silent for {@link #SILENCE}, by one's own clock and without having been
 * away from the database oneself. So neither clocks that differ nor a database that was restarted kill anybody.
 */
final class Obituary {
    static final Duration SILENCE = Duration.ofSeconds(10);

    private record Seen(Workers.Sign sign, long since) {}

    private final Map<UUID, Seen> seen = new HashMap<>();

    /** Takes in the signs of this moment; returns those of the dead. */
    List<Workers.Sign> after(List<Workers.Sign> signs, long nanoTime) {
        seen.keySet().retainAll(signs.stream().map(Workers.Sign::worker).toList());
        return signs.stream().filter(sign -> isDead(sign, nanoTime)).toList();
    }

    private boolean isDead(Workers.Sign sign, long nanoTime) {
        Seen before = seen.get(sign.worker());
        if (before == null || before.sign().beats() != sign.beats()) {
            seen.put(sign.worker(), new Seen(sign, nanoTime));
            return false;
        }
        return nanoTime - before.since() >= SILENCE.toNanos();
    }

    /** Nothing was seen for a while: everybody has the benefit of the doubt. */
    void blink() {
        seen.clear();
    }
}
