package org.kukai.annotation;

import java.time.Clock;
import java.util.Optional;
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

    /** Guidelines as they are now. */
    public record Handed(int version, String text) {}

    /**
     * Hands the guidelines to a rater who has not read them as they are now, and notes that: for whoever takes pairs by a script,
     * and gets them with the pair, as others get them before it.
     *
     * @return empty when the rater has read them
     */
    @Transactional
    public Optional<Handed> hand(UUID roundId, UUID raterId) {
        if (stage(roundId, raterId) == Stage.READ) {
            return Optional.empty();
        }
        Round round = Round.get(roundId);
        read(roundId, raterId, round.guidelinesVersion);
        return Optional.of(new Handed(round.guidelinesVersion, round.guidelines));
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
