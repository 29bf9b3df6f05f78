package org.kukai.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * What a model's tokens cost.
 *
 * @param prompt for a million tokens of requests, 0 to 100,000; null when nobody said
 * @param completion for a million tokens of answers, 0 to 100,000; null when nobody said
 * @param currency three letters, as in ISO 4217
 */
public record Prices(@Nullable BigDecimal prompt, @Nullable BigDecimal completion, String currency) {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DIGITS = 100;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);
    private static final int DIGITS = 6;

    /** Of prices that come without one. */
    static final String USUAL_CURRENCY = "USD";

    /** Refuses with a {@link RefusedException} what is out of its range. */
    public Prices {
        prompt = checked(prompt);
        completion = checked(completion);
        currency = currency.strip().toUpperCase(Locale.ROOT);
        if (currency.isEmpty()) {
            currency = USUAL_CURRENCY;
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw refuse("A currency has three letters, such as USD or EUR; “" + currency + "” does not fit.");
        }
    }

    /** Reads what stands in a form: numbers with a decimal point, or nothing. */
    public static Prices read(@Nullable String prompt, @Nullable String completion, @Nullable String currency) {
        return new Prices(number(prompt), number(completion), currency == null ? "" : currency);
    }

    public boolean isKnown() {
        return prompt != null || completion != null;
    }

    /** What so many tokens cost; empty when nobody said. A price that is missing beside one that is given counts as nothing. */
    public Optional<BigDecimal> cost(long promptTokens, long completionTokens) {
        return isKnown()
                ? Optional.of(part(prompt, promptTokens).add(part(completion, completionTokens)))
                : Optional.empty();
    }

    /** For people: what a million tokens cost. */
    public String inWords() {
        return text(prompt) + " in, " + text(completion) + " out " + currency + " a million tokens";
    }

    private static String text(@Nullable BigDecimal price) {
        return price == null ? "0" : price.toPlainString();
    }

    private static BigDecimal part(@Nullable BigDecimal price, long tokens) {
        return price == null
                ? BigDecimal.ZERO
                : price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw refuse("A price is a number such as 0.15, not “" + text.strip() + "”.");
        }
    }

    private static @Nullable BigDecimal checked(@Nullable BigDecimal price) {
        if (price == null) {
            return null;
        }
        // A number with a huge exponent is small as it stands and huge when it is written out.
        if (price.signum() < 0 || price.compareTo(HIGHEST) > 0 || price.scale() > MOST_DIGITS) {
            throw refuse(
                    "A million tokens cost from 0 to 100,000, not " + price + "; leave it empty when you do not know.");
        }
        BigDecimal rounded = price.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
