package org.kukai.llm.gate;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.kukai.llm.Failure;

/**
 * Whether a server wants to be called, as far as this node knows, and what it has to tell the others. Guarded by its {@link
 * Turnstile}.
 */
final class Health {
    /**
     * So many points in a row, and a server is taken for dead. A connection that fails weighs more than an answer that tells of
     * trouble or does not come, for that may be on account of what is asked: more than the usual samples of one prompt.
     */
    static final int DEAD = 24;

    private static final int NO_CONNECTION = 3;
    private static final int TROUBLE = 1;

    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int SERVICE_UNAVAILABLE = 503;

    private int failures;
    private @Nullable Long healedAt;
    private Circuit circuit = Circuit.CLOSED;
    private @Nullable Long restUntil;
    private @Nullable Long probeAt;
    private boolean mayProbe;
    private boolean probing;
    private Signals news = Signals.NONE;
    private Observed observed = Observed.NOTHING;

    boolean isOpen(long now) {
        return rest(now) == 0 && (circuit == Circuit.CLOSED || mayProbe);
    }

    /** How long the server is yet to be left alone, in nanoseconds. */
    long rest(long now) {
        return restUntil == null ? 0 : Math.max(0, restUntil - now);
    }

    /** A call begins; tells whether it is the one that tries a dead server. */
    boolean begin() {
        boolean probe = mayProbe;
        probing |= probe;
        mayProbe = false;
        return probe;
    }

    /** Whether somebody who waits could try a server that is taken for dead. */
    boolean isProbeDue(long now) {
        return circuit != Circuit.CLOSED && !probing && !mayProbe && (probeAt == null || now - probeAt >= 0);
    }

    void answered(long now, boolean probe) {
        probing &= !probe;
        isAlive(now);
    }

    /** @param again whether the same had been asked before in vain: it may be what no server can answer, and tells nothing */
    void failed(Failure failure, long begun, long now, boolean probe, boolean again) {
        probing &= !probe;
        switch (failure) {
            case Failure.Refused refused -> isAlive(now);
            case Failure.OnlyOne one -> isAlive(now);
            case Failure.Nonsense nonsense -> isAlive(now);
            case Failure.RateLimited busy -> {
                isAlive(now);
                rest(busy, now);
            }
            case Failure.ServerError busy
            when busy.retryAfter().isPresent() -> {
                isAlive(now);
                rest(busy, now);
            }
            case Failure.ServerError error -> mayBeDead(error, begun, probe, again ? 0 : TROUBLE);
            case Failure.TimedOut late -> mayBeDead(late, begun, probe, again ? 0 : TROUBLE);
            case Failure.Unreachable gone -> mayBeDead(gone, begun, probe, again ? 0 : NO_CONNECTION);
            case Failure.Misconfigured ours -> abandoned(probe);
        }
    }

    /** A call ended without a word on the server. */
    void abandoned(boolean probe) {
        if (probe) {
            probing = false;
            news = news.withProbe(false, true);
        }
    }

    /** Whether the server has too much to do, by what it says. */
    static boolean isOverload(Failure failure) {
        return failure instanceof Failure.RateLimited
                || failure instanceof Failure.TimedOut
                || (failure instanceof Failure.ServerError error && error.status() == SERVICE_UNAVAILABLE);
    }

    private void isAlive(long now) {
        failures = 0;
        if (circuit != Circuit.CLOSED) {
            circuit = Circuit.CLOSED;
            healedAt = now;
            mayProbe = false;
            news = news.healing();
        }
    }

    private void mayBeDead(Failure failure, long begun, boolean probe, int points) {
        news = news.with(failure.reason());
        if (probe) {
            news = news.withProbe(true, false);
        } else if (circuit == Circuit.CLOSED && (healedAt == null || begun - healedAt >= 0)) {
            failures += points;
            if (failures >= DEAD) {
                circuit = Circuit.OPEN;
                news = news.tripping();
            }
        }
    }

    private void rest(Failure failure, long now) {
        news = news.with(failure.reason());
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (asked.isPositive()) {
            Duration obeyed = asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
            restUntil = now + Math.max(rest(now), obeyed.toNanos());
            news = news.resting(obeyed);
        }
    }

    void observe(Observed more) {
        observed = observed.plus(more);
    }

    Observed takeObserved() {
        Observed taken = observed;
        observed = Observed.NOTHING;
        return taken;
    }

    /** Whether others should know at once. */
    boolean hasUrgentNews() {
        return news.rest() != null || news.tripped() || news.healed() || news.probeFailed() || news.probeGivenUp();
    }

    /** @param waiting whether somebody waits to make a call */
    Signals takeNews(long now, boolean waiting) {
        if (mayProbe && !waiting) {
            mayProbe = false;
            news = news.withProbe(false, true);
        }
        Signals taken = news.wanting(waiting && isProbeDue(now));
        news = Signals.NONE;
        return taken;
    }

    /** They were not heard. */
    void putBack(Signals taken, Observed seen) {
        news = taken.wanting(false).then(news);
        observed = observed.plus(seen);
    }

    /** Takes over what the cluster agreed on; what was learnt here since then goes before it. */
    void renew(Circuit agreed, @Nullable Long probe, boolean ours, @Nullable Long rest) {
        restUntil = restUntil == null ? rest : rest == null ? restUntil : Long.valueOf(Math.max(rest, restUntil));
        if (news.healed() || news.tripped()) {
            return;
        }
        if (circuit != Circuit.CLOSED && agreed == Circuit.CLOSED) {
            failures = 0;
        }
        circuit = agreed;
        probeAt = probe;
        mayProbe = ours && !probing && !news.probeFailed() && !news.probeGivenUp();
    }
}
