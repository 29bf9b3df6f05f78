package org.kukai.llm.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a holder's report: decided under the lock of the gate's row, so that all holders together stay within the
 * limits.
 *
 * @param cap how many calls the holder may have in flight from now on; fewer than it has when others are to get some
 * @param starts when its next calls may begin
 * @param alone whether there is no other holder
 * @param owed whether it is due more calls in flight, which others have yet to give back
 */
record Ruling(Row row, Lease lease, int cap, List<Instant> starts, boolean alone, boolean owed) {
    /** @param others what the other holders have that are alive */
    static Ruling on(Report report, Row row, List<Lease> others, Terms terms, Times times, Instant now) {
        Signals said = report.signals();
        Breaker breaker = breaker(row.breaker(), report, others, times, now);
        Instant rest = row.restUntil();
        if (said.rest() != null && (rest == null || rest.isBefore(now.plus(said.rest())))) {
            rest = now.plus(said.rest());
        }
        int most = terms.most() == null ? Report.MANY : terms.most();
        boolean pressed =
                report.wanted() == Report.MANY || others.stream().anyMatch(lease -> lease.wanted() == Report.MANY);
        Adaptation adaptation = row.adaptation().after(report.observed(), now, most, terms.byLatency(), pressed);
        Schedule.Reserved reserved = row.schedule()
                .settled(report.unsettled(), terms.pace())
                .reserve(report.starts(), report.tokensEach(), terms.pace(), now);
        boolean silent = said.why() == null;
        Row next = new Row(
                adaptation,
                reserved.rest(),
                rest,
                breaker,
                silent ? row.why() : said.why(),
                silent ? row.whyAt() : now);
        int total = terms.most() == null ? Report.MANY : (int) adaptation.limit();
        return deal(report, next, others, total, reserved.starts(), now.plus(times.lease()));
    }

    private static Breaker breaker(Breaker was, Report report, List<Lease> others, Times times, Instant now) {
        Signals said = report.signals();
        if (said.healed()) {
            return Breaker.CLOSED;
        }
        boolean lost =
                !was.isProbedBy(report.holder()) && others.stream().noneMatch(lease -> was.isProbedBy(lease.holder()));
        Breaker breaker = lost ? was.withoutProber(now) : was;
        breaker = said.probeFailed() ? breaker.probeFailed(report.holder(), now) : breaker;
        breaker = said.probeGivenUp() ? breaker.probeGivenUp(report.holder(), now) : breaker;
        breaker = said.tripped() ? breaker.tripped(now, times.firstProbe()) : breaker;
        return said.wantsProbe() ? breaker.probedBy(report.holder(), now) : breaker;
    }

    /**
     * Slots grow only into what nobody holds. They shrink in two steps: the holder is told to begin no more calls than it is due,
     * and others get its slots when it says that it has done so.
     */
    private static Ruling deal(
            Report report, Row row, List<Lease> others, int total, List<Instant> starts, Instant expires) {
        List<Lease> all = new ArrayList<>(others);
        all.add(lease(report, report.held(), expires));
        int due = Shares.due(report.holder(), all, total);
        int room = total - others.stream().mapToInt(Lease::slots).sum();
        boolean grows = due >= report.held() && room >= report.held();
        int cap = Math.max(0, Math.min(due, room));
        return new Ruling(
                row, lease(report, grows ? cap : report.held(), expires), cap, starts, others.isEmpty(), cap < due);
    }

    private static Lease lease(Report report, int slots, Instant expires) {
        return new Lease(report.holder(), slots, report.inFlight(), report.waiting(), report.wanted(), expires);
    }
}
