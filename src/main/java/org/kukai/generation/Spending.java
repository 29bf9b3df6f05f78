package org.kukai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.kukai.RefusedException;
import org.kukai.llm.Model;

/** What runs have cost, and may. */
@ApplicationScoped
public class Spending {
    /** What the run has cost at the prices of its models; empty when one of them has none. */
    @Transactional
    public Optional<BigDecimal> cost(List<RunModel> models) {
        BigDecimal sum = BigDecimal.ZERO;
        for (RunModel model : models) {
            Model priced = Model.findById(model.modelId());
            Optional<BigDecimal> cost = priced.cost(model.promptTokens(), model.completionTokens());
            if (cost.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(cost.get());
        }
        return Optional.of(sum);
    }

    /** Why the run may not go on, in a sentence, when it has spent its budget. */
    @Transactional
    Optional<String> spent(Run run) {
        if (!run.settings.isBudgeted()) {
            return Optional.empty();
        }
        List<RunModel> models = RunModel.of(run.id);
        Long tokens = run.settings.tokenBudget();
        long taken = models.stream().mapToLong(RunModel::tokens).sum();
        if (tokens != null && taken >= tokens) {
            return Optional.of("The budget of " + tokens + " tokens is spent: " + taken + " were taken.");
        }
        BigDecimal money = run.settings.moneyBudget();
        return money == null
                ? Optional.empty()
                : cost(models)
                        .filter(cost -> cost.compareTo(money) >= 0)
                        .map(cost -> "The budget of " + money.toPlainString() + " is spent: it has cost "
                                + cost.stripTrailingZeros().toPlainString() + ".");
    }

    /** A budget of money means nothing where a model has no price. */
    void refuseUnlessPriced(Run run) {
        if (run.settings.moneyBudget() != null && cost(RunModel.of(run.id)).isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A budget of money needs the prices of all models of the run. Give them on the models page, or set a budget"
                            + " of tokens.");
        }
    }
}
