package org.kukai.llm.gate;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * This node's part in one row of limits: those of a run and model, or of a model. Whoever passes takes nothing but a lock of this
 * node; a {@link Keeper} beside keeps what is allowed here in step with the cluster.
 */
final class Turnstile {
    static final long SOON = Duration.ofMillis(5).toNanos();
    private static final long IN_A_WHILE = Duration.ofMillis(250).toNanos();

    private final UUID holder = UUID.randomUUID();
    private final Terms terms;
    private final Times times;
    private final LongSupplier nanos;

    private final Monitor monitor;
    private final Share share;
    private final Pace pace;
    private final Health health = new Health();
    private int gates;
    private int waiting;
    private boolean reporting;
    private boolean ended;
    private boolean over;

    Turnstile(Terms terms, Share share, Times times, LongSupplier nanos) {
        this.terms = terms;
        this.share = share;
        this.pace = new Pace(terms.pace());
        this.times = times;
        this.nanos = nanos;
        this.monitor = new Monitor(nanos);
    }

    /** One gate more leads here; false when it is too late for that, or the limits are others. */
    boolean retain(Terms wanted) {
        return monitor.locked(() -> {
            boolean fits = !over && terms.equals(wanted);
            gates += fits ? 1 : 0;
            return fits;
        });
    }

    void release() {
        monitor.hold(() -> {
            gates--;
            monitor.reportWithin(0);
        });
    }

    /** This node ends, whatever is still open. */
    void end() {
        monitor.hold(() -> {
            ended = true;
            monitor.reportWithin(0);
        });
    }

    /** Somebody begins or ceases to wait. */
    void wait(int more) {
        monitor.hold(() -> {
            waiting += more;
        });
    }

    /** Those who wait look around: a gate was shut. */
    void wake() {
        monitor.hold(() -> {
            monitor.wakeAll();
        });
    }

    /** Waits until a call may be in flight; tells whether it is, or the visit is over. */
    boolean take(Pass pass, boolean counts, Visit visit) throws InterruptedException {
        monitor.enter();
        try {
            while (true) {
                long now = nanos.getAsLong();
                if (visit.isOver(now)) {
                    return false;
                }
                boolean open = health.isOpen(now);
                if (open && (!counts || share.hasRoom(now))) {
                    if (counts) {
                        share.take(pass);
                    }
                    if (health.begin()) {
                        pass.probes();
                    }
                    return true;
                }
                if (health.isProbeDue(now)) {
                    monitor.reportWithin(IN_A_WHILE);
                }
                monitor.rest(atMost(open ? IN_A_WHILE : Math.max(health.rest(now), SOON), visit, now));
            }
        } finally {
            monitor.exit();
        }
    }

    /** Waits for the time at which a call of so many tokens may begin; null when the visit is over before. */
    Pace.@Nullable Start start(int tokens, Visit visit) throws InterruptedException {
        monitor.enter();
        try {
            while (true) {
                long now = nanos.getAsLong();
                if (visit.isOver(now)) {
                    return null;
                }
                Pace.Start next = pace.next(tokens, now);
                if (next != null && next.nanos() - now <= 0) {
                    pace.begin(next, tokens, now);
                    reserveAhead();
                    return next;
                }
                reserveAhead();
                monitor.rest(atMost(next == null ? IN_A_WHILE : next.nanos() - now, visit, now));
            }
        } finally {
            monitor.exit();
        }
    }

    private void reserveAhead() {
        if (!reporting && pace.missing(waiting) > 0) {
            monitor.reportWithin(0);
        }
    }

    private static long atMost(long time, Visit visit, long now) {
        return Math.min(Math.min(time, IN_A_WHILE), visit.until() - now);
    }

    void give(Pass pass) {
        monitor.hold(() -> {
            boolean drained = share.isDrained();
            if (share.give(pass)) {
                monitor.wakeOne();
                if ((!drained && share.isDrained()) || gates == 0) {
                    monitor.reportWithin(0);
                }
            }
        });
    }

    boolean isOpen() {
        return monitor.locked(() -> health.isOpen(nanos.getAsLong()));
    }

    /** Something was learnt of the server. */
    void learn(Consumer<Health> what) {
        monitor.hold(() -> {
            what.accept(health);
            if (health.hasUrgentNews()) {
                monitor.wakeAll();
                monitor.reportWithin(0);
            }
        });
    }

    /** A call took so many tokens more than was expected. */
    void settle(long tokens) {
        monitor.hold(() -> {
            pace.settle(tokens);
        });
    }

    /** Interrupts the calls whose slots are about to be given to others. */
    void dropTheLost() {
        monitor.hold(() -> {
            Set<Pass> lost = share.lost(nanos.getAsLong());
            lost.forEach(Pass::interrupt);
        });
    }

    /** Waits until a report is due. */
    Report report() throws InterruptedException {
        monitor.awaitReport(times.renewal().toNanos());
        return monitor.locked(() -> {
            reporting = true;
            over = ended || (gates == 0 && share.inFlight() == 0);
            long now = nanos.getAsLong();
            return new Report(
                    holder,
                    share.held(),
                    share.inFlight(),
                    waiting,
                    share.wanted(),
                    over ? 0 : pace.missing(waiting),
                    pace.tokensEach(),
                    pace.takeUnsettled(),
                    health.takeObserved(),
                    health.takeNews(now, waiting > 0));
        });
    }

    boolean isOver() {
        return monitor.locked(() -> over);
    }

    /** @param asked when the report was sent, by this machine's clock */
    void follow(Report report, GateStore.Renewed renewed, long asked) {
        monitor.hold(() -> {
            Ruling ruling = renewed.ruling();
            long until = asked + times.lease().minus(times.margin()).toNanos();
            share.renew(ruling.cap(), terms.most() != null, ruling.alone(), until);
            pace.reserved(ruling.starts(), report.tokensEach(), renewed.now(), renewed.nanos());
            Breaker breaker = ruling.row().breaker();
            health.renew(
                    breaker.circuit(),
                    renewed.here(breaker.probeAt()),
                    breaker.isProbedBy(holder),
                    renewed.here(ruling.row().restUntil()));
            long next = times.renewal().toNanos();
            if (share.isDrained() && share.held() < ruling.lease().slots()) {
                next = SOON;
            } else if (ruling.owed()) {
                next = Math.min(next, IN_A_WHILE);
            }
            reporting = false;
            monitor.reportWithin(pace.missing(waiting) > 0 ? SOON : next);
            monitor.wakeAll();
        });
    }

    /** The report was not heard: what was in it is said again. */
    void unheard(Report report) {
        monitor.hold(() -> {
            pace.settle(report.unsettled());
            health.putBack(report.signals(), report.observed());
            reporting = false;
            monitor.reportWithin(IN_A_WHILE);
        });
    }

    UUID holder() {
        return holder;
    }
}
