package org.kukai.generation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What something has cost, at the prices of the time when each call was made.
 *
 * @param amounts one for each currency in which something was paid, by its three letters; empty when nothing was
 * @param unpricedTokens how many tokens are in none of them, as nobody had said a price
 */
public record Cost(List<Amount> amounts, long unpricedTokens) {
    /** So much, above 0 or 0, in a currency of three letters. */
    public record Amount(String currency, BigDecimal amount) {}

    public Cost {
        amounts = List.copyOf(amounts);
    }

    /** All of them together, one amount for each currency, in the order of the alphabet. */
    public static Cost sum(Collection<Cost> costs) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        costs.stream()
                .flatMap(cost -> cost.amounts.stream())
                .forEach(a -> sums.merge(a.currency, a.amount, BigDecimal::add));
        List<Amount> amounts = sums.entrySet().stream()
                .map(sum -> new Amount(sum.getKey(), sum.getValue()))
                .toList();
        return new Cost(amounts, costs.stream().mapToLong(Cost::unpricedTokens).sum());
    }

    /** How much of it is in this currency. */
    BigDecimal in(String currency) {
        Optional<Amount> found =
                amounts.stream().filter(a -> a.currency().equals(currency)).findFirst();
        return found.map(Amount::amount).orElse(BigDecimal.ZERO);
    }
}
