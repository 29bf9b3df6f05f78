package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.kukai.job.JobHandler;
import org.kukai.job.JobPostponedException;
import org.kukai.statistics.PairsAhead;

/**
 * Chooses pairs for rounds that still get some: all of a large batch, or the next few of an active round when fewer are
 * ready than {@link PairsAhead} says. It runs for a round until all its batches are done, on one node at a time: the batch
 * is locked, and a second one of the same position would be refused by the database.
 */
@ApplicationScoped
class PairsJob implements JobHandler {
    static final String KIND = "round-pairs";

    private static final Logger LOG = Logger.getLogger(PairsJob.class);

    /** How long to wait before looking again whether raters need more. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** As long as it may be until the next look, with the time that choosing takes: votes of so long are expected until then. */
    private static final Duration UNTIL_THE_NEXT = Duration.ofSeconds(5);

    /** Whoever voted or came since is at work. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final Clock clock;
    private volatile boolean stopped;

    PairsJob(Clock clock) {
        this.clock = clock;
    }

    /** What a look at a round came to. */
    private enum Step {
        /** There may be more to do at once. */
        DONE_SOME,
        /** Nothing now; look again. */
        ENOUGH,
        /** Nothing any more, or not until somebody resumes the round. */
        OVER
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String instance) {
        UUID id = UUID.fromString(instance);
        Step step = Step.DONE_SOME;
        while (step == Step.DONE_SOME && !stopped) {
            step = QuarkusTransaction.requiringNew()
                    .timeout((int) Duration.ofMinutes(30).toSeconds())
                    .call(() -> step(id));
        }
        if (step != Step.OVER) {
            throw new JobPostponedException(PAUSE);
        }
    }

    @Override
    public void stopping() {
        stopped = true;
    }

    @Override
    public void gaveUp(String instance, Throwable reason) {
        LOG.errorf("The round %s gets no more pairs: %s. Pausing and resuming it tries again.", instance, reason);
    }

    private Step step(UUID id) {
        Round round = Round.get(id);
        if (round.isClosed() || round.isPaused()) {
            return Step.OVER;
        }
        if (!round.growing) {
            // A vote that was under way when the last pairs came has not looked whether it was the last; now it is
            // over.
            Settling.settleIfDone(round, clock.instant());
            return Step.OVER;
        }
        Instant now = clock.instant();
        Optional<PairBatch> batch = PairBatch.lockOpen(id);
        if (batch.isEmpty()) {
            round.grow(0);
            return Step.ENOUGH;
        }
        // Whoever had the batch before may have made pairs since the round was read.
        Round.getEntityManager().refresh(round);
        if (batch.get().pairing != Pairing.ACTIVE) {
            boolean small = batch.get().wanted <= Rounds.AT_ONCE;
            grow(round, small ? batch.get().fill(round, now) : batch.get().goOn(round, now), now);
            return round.growing ? Step.DONE_SOME : Step.ENOUGH;
        }
        int missing = missing(round, now);
        if (missing > 0) {
            grow(round, ActivePairs.add(batch.get(), round, missing, now), now);
        }
        return Step.ENOUGH;
    }

    /** How many pairs of an active round should be ready and are not. */
    private static int missing(Round round, Instant now) {
        int ready = new PairsAhead(
                        Participation.atWork(round.id, now.minus(A_MOMENT)),
                        Vote.countSince(round.id, now.minus(UNTIL_THE_NEXT)),
                        round.pairs)
                .ready();
        return ready - Pair.aheadOfAll(round.id, ready);
    }

    private static void grow(Round round, int made, Instant now) {
        int before = round.pairs;
        round.grow(made);
        TakenOut.lookAtNew(round, before, now);
    }
}
