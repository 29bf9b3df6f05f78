package org.kukai.web.ranking;

import java.util.ArrayList;
import java.util.List;

import org.kukai.ranking.Agreement;
import org.kukai.web.Times;
import org.kukai.web.chart.Intervals;

/** How far the raters of a round agree, as its page of rankings shows it. */
record AgreementShown(Agreement agreement, Intervals overTime) {
    static AgreementShown of(Agreement agreement) {
        boolean timed = agreement.quarters().stream()
                        .map(quarter -> Times.minute(quarter.from()))
                        .distinct()
                        .count()
                > 1;
        return new AgreementShown(
                agreement,
                Intervals.of(
                        "Alpha of each quarter of the pairs, in the order of their last votes"
                                + (timed ? " (times in UTC)" : "") + ", with 95 % intervals",
                        amounts(agreement.quarters(), timed)));
    }

    private static List<Intervals.Amount> amounts(List<Agreement.Quarter> quarters, boolean timed) {
        List<Intervals.Amount> amounts = new ArrayList<>();
        long before = 0;
        for (Agreement.Quarter quarter : quarters) {
            long last = before + quarter.pairs();
            String label = "Pairs " + (before + 1) + " to " + last;
            if (quarter.alpha() != null && quarter.interval() != null) {
                amounts.add(amount(timed ? label + ", from " + Times.minute(quarter.from()) : label, quarter));
            }
            before = last;
        }
        return amounts;
    }

    @SuppressWarnings("NullAway")
    private static Intervals.Amount amount(String label, Agreement.Quarter quarter) {
        return new Intervals.Amount(
                label,
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
