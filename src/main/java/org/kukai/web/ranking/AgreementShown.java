package org.kukai.web.ranking;

import java.util.List;

import org.kukai.ranking.Agreement;
import org.kukai.web.chart.Intervals;

/** How far the raters of a round agree, as its page of rankings shows it. */
record AgreementShown(Agreement agreement, Intervals overTime) {
    static AgreementShown of(Agreement agreement) {
        return new AgreementShown(
                agreement,
                Intervals.of(
                        "Alpha of each quarter of the pairs, by their last vote (UTC), with 95 % intervals",
                        agreement.quarters().stream()
                                .filter(quarter -> quarter.alpha() != null && quarter.interval() != null)
                                .map(AgreementShown::amount)
                                .toList()));
    }

    @SuppressWarnings("NullAway")
    private static Intervals.Amount amount(Agreement.Quarter quarter) {
        return new Intervals.Amount(
                quarter.from()
                                .toString()
                                .substring(0, "2026-11-20T12:00".length())
                                .replace('T', ' ') + " on",
                quarter.alpha(),
                quarter.interval().low(),
                quarter.interval().high(),
                Shown.number(quarter.alpha()));
    }

    public String raw() {
        return agreement.raw() == null ? "–" : Shown.percent(agreement.raw());
    }

    public String alpha() {
        return Shown.number(agreement.alpha());
    }

    public String interval() {
        return Shown.interval(agreement.interval());
    }

    public String kappa() {
        return agreement.kappa() == null ? "–" : Shown.number(agreement.kappa().kappa());
    }

    public List<Agreement.Quarter> quarters() {
        return agreement.quarters();
    }
}
