package org.kukai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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

    /** How much of it is in this currency. */
    BigDecimal in(String currency) {
        Optional<Amount> found =
                amounts.stream().filter(a -> a.currency().equals(currency)).findFirst();
        return found.map(Amount::amount).orElse(BigDecimal.ZERO);
    }
}
