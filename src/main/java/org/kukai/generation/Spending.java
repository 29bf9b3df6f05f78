package org.kukai.generation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.RefusedException;
import org.kukai.llm.Model;

/** What runs have cost, and may. Every call is booked as it is stored, at the price of then. */
@ApplicationScoped
public class Spending {
    private record Booked(int place, String currency, BigDecimal amount) {}

    private final Session entities;

    Spending(Session entities) {
        this.entities = entities;
    }

    /** What the run has cost. */
    @Transactional
    public Cost cost(UUID run) {
        return Cost.sum(byModel(run, RunModel.of(run)).values());
    }

    /** What each of these models of a run has cost, by its place. */
    @Transactional
    public Map<Integer, Cost> byModel(UUID run, List<RunModel> models) {
        List<Booked> booked = booked(run);
        Map<Integer, Cost> costs = new LinkedHashMap<>();
        for (RunModel model : models) {
            List<Cost.Amount> amounts = booked.stream()
                    .filter(b -> b.place() == model.place())
                    .map(b -> new Cost.Amount(b.currency(), b.amount()))
                    .toList();
            costs.put(model.place(), new Cost(amounts, model.unpricedTokens()));
        }
        return costs;
    }

    private List<Booked> booked(UUID run) {
        return entities.createNativeQuery(
                        "select cast(place as integer), currency, amount from run_cost where run_id = :run order by place, currency",
                        Booked.class)
                .setParameter("run", run)
                .getResultList();
    }

    /** Why the run may not go on, in a sentence, when it has spent its budget. */
    @Transactional
    Optional<String> spent(Run run) {
        Long tokens = run.settings.tokenBudget();
        if (tokens != null) {
            long taken =
                    RunModel.of(run.id).stream().mapToLong(RunModel::tokens).sum();
            if (taken >= tokens) {
                return Optional.of("The budget of " + tokens + " tokens is spent: " + taken + " were taken.");
            }
        }
        BigDecimal money = run.settings.moneyBudget();
        String currency = run.currency;
        if (money == null || currency == null) {
            return Optional.empty();
        }
        BigDecimal cost = cost(run.id).in(currency);
        return cost.compareTo(money) < 0
                ? Optional.empty()
                : Optional.of("The budget of " + money.toPlainString() + " " + currency + " is spent: it has cost "
                        + cost.stripTrailingZeros().toPlainString() + " " + currency + ".");
    }

    void refuseWhenSpent(Run run) {
        spent(run).ifPresent(reason -> {
            throw new RefusedException(RefusedException.Kind.CONFLICT, reason + " Raise the budget first.");
        });
    }

    /**
     * The currency of a budget of money for these models, which is that of their prices; empty when there is no such budget.
     *
     * @throws RefusedException when one of them has no price, or their prices are in several currencies
     */
    static Optional<String> currency(RunSettings settings, List<Model> models) {
        if (settings.moneyBudget() == null) {
            return Optional.empty();
        }
        // The composer costs nothing, unless somebody says so to try this out.
        List<Model> paid = models.stream()
                .filter(model -> !model.isComposer() || model.prices().isKnown())
                .toList();
        List<String> unpriced = paid.stream()
                .filter(model -> !model.prices().isKnown())
                .map(model -> model.name)
                .toList();
        if (paid.isEmpty() || !unpriced.isEmpty()) {
            throw refuse("A budget of money needs the prices of all models of the run"
                    + (unpriced.isEmpty() ? "" : ", and " + String.join(", ", unpriced) + " has none")
                    + ". Give them on the models page, or set a budget of tokens.");
        }
        List<String> currencies =
                paid.stream().map(model -> model.currency).distinct().toList();
        if (currencies.size() > 1) {
            throw refuse("A budget of money has one currency, and the prices of these models are in "
                    + String.join(" and ", currencies)
                    + ". Give them all in one on the models page, or set a budget of tokens.");
        }
        return Optional.of(currencies.getFirst());
    }

    private static RefusedException refuse(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
