package org.kukai.web.annotation;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.cache.CacheResult;

import org.kukai.annotation.PairBatch;
import org.kukai.annotation.Part;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundPace;
import org.kukai.annotation.RoundProgress;
import org.kukai.annotation.TakenOut;

/** Gathers what the page of a round shows. However many pages are open on it, voting does not notice. */
@ApplicationScoped
class RoundSnapshots {
    private final Clock clock;

    RoundSnapshots(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    RoundNow fresh(UUID id) {
        Round round = Round.get(id);
        return new RoundNow(
                round,
                RoundProgress.of(round),
                RoundPace.of(round, clock.instant()),
                PairBatch.of(round),
                Part.of(round),
                TakenOut.count(id));
    }

    /** The round at this moment, or up to two seconds ago. */
    @CacheResult(cacheName = "round-snapshots")
    RoundNow late(UUID id) {
        return fresh(id);
    }

    @Transactional
    RoundFigures freshFigures(UUID id) {
        return RoundFigures.of(Round.get(id));
    }

    /** What its votes say at this moment, or up to fifteen seconds ago. */
    @CacheResult(cacheName = "round-figures")
    RoundFigures lateFigures(UUID id) {
        return freshFigures(id);
    }
}
