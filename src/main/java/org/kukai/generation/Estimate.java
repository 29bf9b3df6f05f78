package org.kukai.generation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * What an order would come to, model by model.
 *
 * @param prompts how many would be asked
 * @param samples of all models together
 */
public record Estimate(long prompts, long samples, List<OfModel> models) {
    /**
     * One model's share.
     *
     * @param known whether it is drawn from what the model has done in earlier runs; else from the lengths of the prompts and usual answers
     * @param restsOn what it is drawn from, in a sentence
     * @param cost at the model's prices; null when it has none
     * @param currency of the cost
     * @param seconds null when nothing is known of its speed
     */
    public record OfModel(
            String model,
            boolean known,
            String restsOn,
            long calls,
            long promptTokens,
            long completionTokens,
            @Nullable BigDecimal cost,
            String currency,
            @Nullable Long seconds) {}

    public Estimate {
        models = List.copyOf(models);
    }

    public long calls() {
        return models.stream().mapToLong(OfModel::calls).sum();
    }

    public long tokens() {
        return models.stream()
                .mapToLong(model -> model.promptTokens() + model.completionTokens())
                .sum();
    }

    /** Of all models together, one amount for each currency; empty when a model has no price. */
    public Optional<Cost> cost() {
        List<Cost> costs = new ArrayList<>();
        for (OfModel model : models) {
            if (model.cost() == null) {
                return Optional.empty();
            }
            boolean paid = model.cost().signum() > 0;
            costs.add(new Cost(paid ? List.of(new Cost.Amount(model.currency(), model.cost())) : List.of(), 0));
        }
        return Optional.of(Cost.sum(costs));
    }

    /** Of the slowest model, as they work side by side; empty when one of them is not known. */
    public OptionalLong seconds() {
        long longest = 0;
        for (OfModel model : models) {
            if (model.seconds() == null) {
                return OptionalLong.empty();
            }
            longest = Math.max(longest, model.seconds());
        }
        return OptionalLong.of(longest);
    }
}
