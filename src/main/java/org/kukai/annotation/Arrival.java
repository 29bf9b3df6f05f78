package org.kukai.annotation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.kukai.annotation.Turn.Standing;

/** Somebody comes to a round: whether it has anything for them, before they read and practise for it, and what else there is. */
@ApplicationScoped
public class Arrival {
    private static final int FEW = 5;

    /** Another round that takes votes. */
    public record Other(UUID id, String name) {}

    /**
     * What to tell somebody who would get no pair whatever they read: the round is closed, paused, or has all its votes. Empty when it is none of
     * these, or when they have a pair of it that they may still answer.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    @Transactional
    public Optional<Turn> nothingFor(UUID roundId, UUID raterId) {
        Round round = Round.get(roundId);
        if (round.isOpen() || (!round.isClosed() && Assignment.anyUnfinished(roundId, raterId))) {
            return Optional.empty();
        }
        Standing standing = Participation.of(roundId, raterId)
                .map(rater -> Standing.of(round, rater))
                .orElseGet(() -> Standing.ofStranger(round));
        return Optional.of(
                round.isClosed()
                        ? new Turn.Closed(standing)
                        : round.isPaused() ? new Turn.Paused(standing) : new Turn.Nothing(standing));
    }

    /** A few other rounds that take votes, the newest first. */
    @Transactional
    public List<Other> others(UUID roundId) {
        return Round.<Round>find("status = ?1 and id <> ?2 order by id desc", Round.Status.OPEN, roundId)
                .page(0, FEW)
                .stream()
                .map(round -> new Other(round.id, round.name))
                .toList();
    }
}
