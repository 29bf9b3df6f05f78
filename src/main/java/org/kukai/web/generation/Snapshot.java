package org.kukai.web.generation;

import java.math.BigDecimal;
import java.util.List;

import org.kukai.generation.Cost;
import org.kukai.generation.FailureGroup;
import org.kukai.generation.Run;
import org.kukai.haiku.Haiku;
import org.kukai.web.chart.Bars;

/**
 * All that the page of a run shows of it at one moment.
 *
 * @param cost what its calls cost when they were made
 */
public record Snapshot(
        RunView view, List<ModelRow> models, Cost cost, Bars scores, List<FailureGroup> failures, List<Haiku> latest) {
    /** What was paid, with currencies; empty when nothing was. */
    public String money() {
        return Money.shown(cost);
    }

    /** The run's budget of money with its currency; empty when it has none. */
    public String budget() {
        BigDecimal budget = view.run().settings.moneyBudget();
        return budget == null ? "" : budget.toPlainString() + " " + view.run().currency;
    }

    /** Models that stand still by themselves, while others may go on. */
    public List<ModelRow> parked() {
        return view.run().models > 1
                ? models.stream().filter(ModelRow::isParked).toList()
                : List.of();
    }

    /** Why the run stands where it stands; empty when that goes without saying, or what is said of its models says it. */
    public String reason() {
        Run run = view.run();
        String reason = run.statusReason == null ? "" : run.statusReason;
        boolean told = parked().stream()
                .anyMatch(row -> reason.contains(String.valueOf(row.model().parked())));
        return told ? "" : reason;
    }
}
