package org.kukai.web.annotation;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.kukai.annotation.Participation;
import org.kukai.annotation.Round;

/** Tells raters who have not begun with a round from those who have: the former are shown the guidelines first. */
@ApplicationScoped
class Newcomers {
    private final Clock clock;

    Newcomers(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether the rater has not begun yet.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    @Transactional
    boolean isOne(UUID roundId, UUID raterId) {
        return Participation.of(Round.get(roundId).id, raterId).isEmpty();
    }

    @Transactional
    void begin(UUID roundId, UUID raterId) {
        Participation.join(roundId, raterId, clock.instant());
    }
}
