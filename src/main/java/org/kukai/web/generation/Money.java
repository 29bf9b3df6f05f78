package org.kukai.web.generation;

import java.math.BigDecimal;
import java.math.MathContext;

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
}
