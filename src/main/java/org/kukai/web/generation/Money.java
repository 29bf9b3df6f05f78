package org.kukai.web.generation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;

import org.kukai.generation.Cost;

/** Amounts as pages write them. */
final class Money {
    private static final MathContext DIGITS = new MathContext(3);
    private static final int CENTS = 2;

    private Money() {}

    /** Whole cents from one unit on, else three digits: “12.40”, “0.00312”. */
    static String shown(BigDecimal amount) {
        BigDecimal rounded = amount.compareTo(BigDecimal.ONE) >= 0
                ? amount.setScale(CENTS, java.math.RoundingMode.HALF_UP)
                : amount.round(DIGITS).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** All amounts with their currencies: “12.40 USD and 0.30 EUR”; empty when nothing was paid. */
    static String shown(Cost cost) {
        return cost.amounts().stream()
                .map(a -> shown(a.amount()) + " " + a.currency())
                .collect(Collectors.joining(" and "));
    }
}
