package org.kukai.annotation;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What a rater reads and tries before they vote: the guidelines as they are now, and once the practice pair. */
@ApplicationScoped
public class Briefing {
    private final Clock clock;

    Briefing(Clock clock) {
        this.clock = clock;
    }

    /** How far a rater is with it. */
    public enum Stage {
        /** Has read no guidelines of the round yet. */
        NEW,
        /** Has read others than those of now. */
        CHANGED,
        READ
    }

    /**
     * How far the rater is.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    @Transactional
    public Stage stage(UUID roundId, UUID raterId) {
        Round round = Round.get(roundId);
        return Participation.of(roundId, raterId)
                .map(rater ->
                        rater.guidelinesSeen == 0 ? Stage.NEW : rater.mustRead(round) ? Stage.CHANGED : Stage.READ)
                .orElse(Stage.NEW);
    }

    /**
     * Notes that the rater has read a version of the guidelines, and takes them in if they are new.
     *
     * @return whether the practice pair is still before them
     */
    @Transactional
    public boolean read(UUID roundId, UUID raterId, int version) {
        Round round = Round.get(roundId);
        Participation rater = Participation.lockOrJoin(roundId, raterId, clock.instant());
        rater.read(Math.min(version, round.guidelinesVersion));
        return rater.practisedAt == null;
    }

    /** Notes that the rater is done with the practice pair; they are not led to it again. */
    @Transactional
    public void practised(UUID roundId, UUID raterId) {
        Participation.lockOrJoin(Round.get(roundId).id, raterId, clock.instant())
                .practised(clock.instant());
    }
}
