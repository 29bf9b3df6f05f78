package org.kukai.web.annotation;

import java.time.Clock;
import java.util.Optional;
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
import org.kukai.ranking.LateFigures;
import org.kukai.ranking.LateFigures.Told;
import org.kukai.ranking.Scope;

/** Gathers what the page of a round shows. However many pages are open on it, voting does not notice. */
@ApplicationScoped
class RoundSnapshots {
    private final Clock clock;
    private final LateFigures late;

    RoundSnapshots(Clock clock, LateFigures late) {
        this.clock = clock;
        this.late = late;
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

    /** What its votes say: at this moment, or with many votes at the last one when they were counted; nothing before that. */
    @Transactional
    Optional<Told<RoundFigures>> figures(UUID id) {
        return late.look("figures", new Scope(id), () -> RoundFigures.of(Round.get(id)));
    }

    /** The same, or up to five seconds ago. */
    @CacheResult(cacheName = "round-figures")
    Optional<Told<RoundFigures>> lateFigures(UUID id) {
        return figures(id);
    }
}
