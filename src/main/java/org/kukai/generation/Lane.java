package org.kukai.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.kukai.llm.gate.Gate;
import org.kukai.llm.gate.Pass;

/**
 * One model's part in a run, on one node: claims samples and begins their calls, each on a virtual thread of its own, as the gate allows.
 * A model that hangs holds up its own lane alone. A halted lane keeps what it has claimed, so that nothing is asked twice when the run is
 * set in motion again; what is still claimed when the lane ends is freed with its worker.
 *
 * <p>A call keeps its pass until its answer is stored.
 */
final class Lane implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lane.class);

    /** So many calls at the beginning are begun a little apart, or their answers would come all at once, and again and again so. */
    private static final int APART = 64;

    private static final Duration A_LITTLE = Duration.ofMillis(2);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final RunSession session;
    private final LaneTable.State model;
    private final Claims claims;
    private final Caller caller;
    private final Gate gate;
    private final Vigil vigil;
    private final @Nullable Lane before;
    private final Supply supply;
    // A permit whenever something has changed that the loop may be waiting for.
    private final Semaphore news = new Semaphore(0);
    private final OpenCalls open;
    private final AtomicInteger failures = new AtomicInteger();
    private int begun;
    private volatile boolean idle;
    private volatile boolean resting;
    private volatile boolean over;

    /** @param before the lane of the model of the same name that this one takes the place of, and whose claims it takes over */
    Lane(
            RunSession session,
            LaneTable.State model,
            RunSettings settings,
            Claims claims,
            Caller caller,
            Gate gate,
            Vigil vigil,
            @Nullable Lane before) {
        this.session = session;
        this.model = model;
        this.claims = claims;
        this.caller = caller;
        this.gate = gate;
        this.vigil = vigil;
        this.before = before;
        Appetite appetite = new Appetite(settings.maxInFlight());
        this.supply = new Supply(
                session, model.place(), claims, appetite, this::lookUp, before == null ? null : before.supply);
        this.open = new OpenCalls(session, supply, vigil, this::lookUp);
    }

    boolean asks(UUID modelId) {
        return model.modelId().equals(modelId);
    }

    /** Begins no further call, or begins again. */
    void rest(boolean wanted) {
        if (resting && !wanted) {
            vigil.heard();
            failures.set(0);
        }
        resting = wanted;
    }

    /** Begins no further call, ever. */
    void end() {
        over = true;
        rest(true);
    }

    /** Why the model should not be asked any longer; empty when it may. */
    Optional<String> trouble() {
        return isIdle() ? Optional.empty() : vigil.verdict();
    }

    /** Something has changed: the lane looks up. */
    void lookUp() {
        news.release();
    }

    /** Nothing was found to do, or may be done, and no call is open. */
    boolean isIdle() {
        boolean nothing = idle && supply.isEmpty() && !supply.isComing();
        return (nothing || resting) && isQuiet();
    }

    /** No call is open, and every outcome is stored. */
    boolean isQuiet() {
        return open.isNone();
    }

    private boolean hasNothingInHand() {
        return isQuiet() && (before == null || before.isQuiet());
    }

    /** How often in succession something other than a call went wrong. */
    int failures() {
        return failures.get();
    }

    void forgetFailures() {
        failures.set(0);
    }

    /** What was claimed is somebody else's now. */
    void forgetClaims() {
        supply.forget();
    }

    @Override
    public void close() {
        gate.close();
    }

    @Override
    public void run() {
        try (ExecutorService calls = session.newCalls()) {
            while (!session.isOver() && !over) {
                try {
                    step(calls);
                    failures.set(0);
                } catch (RuntimeException e) {
                    LOG.warnf("Run %s halts for a moment (%s): %s", session.run(), model.name(), e);
                    rest(pauseAfter(failures.incrementAndGet()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofMillis(50L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void step(ExecutorService calls) throws InterruptedException {
        if (session.isHalted() || resting) {
            rest(LOOK_AROUND);
        } else if (supply.isEmpty() && supply.isComing()) {
            rest(Duration.ZERO);
        } else if (supply.isEmpty() && !supply.claim()) {
            if (hasNothingInHand() && claims.free(session.run(), model.place(), session.worker())) {
                return;
            }
            idle = true;
            session.lookUpWhenIdle(this);
            rest(claims.untilNextDue(session.run(), model.place()));
        } else {
            idle = false;
            supply.claimAhead(calls);
            if (begun < APART) {
                begun++;
                Thread.sleep(A_LITTLE);
            }
            Optional<Pass> pass = gate.enter(caller.expectedTokens(supply.waiting()), LOOK_AROUND);
            if (pass.isPresent()) {
                beginUnlessHalted(pass.get(), calls);
            }
        }
    }

    // The leave may have been long in coming, and the run halted meanwhile.
    private void beginUnlessHalted(Pass pass, ExecutorService calls) {
        List<Claim> together = session.isHalted() || resting ? List.of() : together();
        if (together.isEmpty()) {
            pass.close();
            return;
        }
        FirstCalls firstCalls = session.firstCalls(model.place());
        Caller.Desk call = open.begin(pass, together.size());
        calls.execute(() -> {
            pass.carriedBy(Thread.currentThread());
            caller.call(together, pass, firstCalls, call);
        });
    }

    /** As many fresh samples of one prompt as one call may ask for. */
    private List<Claim> together() {
        List<Claim> together = new ArrayList<>();
        int most = 1;
        for (Claim next = supply.peek(); next != null && together.size() < most; next = supply.peek()) {
            if (together.isEmpty()) {
                most = caller.atOnce(next);
            } else if (!next.goesWith(together.getFirst())) {
                return together;
            }
            supply.poll();
            together.add(next);
        }
        return together;
    }

    private void rest(Duration untilDue) throws InterruptedException {
        boolean knowsWhen = untilDue.isPositive() && untilDue.compareTo(LOOK_AROUND) < 0;
        long millis = (knowsWhen ? untilDue : LOOK_AROUND).toMillis() + 1;
        news.tryAcquire(millis, TimeUnit.MILLISECONDS);
        news.drainPermits();
    }
}
