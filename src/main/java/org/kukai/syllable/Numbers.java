package org.kukai.syllable;

import org.jspecify.annotations.Nullable;

/** Numbers as they are read out: cardinals, ordinals, years, decades, decimals, times of day. */
final class Numbers {

    private static final int[] SMALL = {2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2};
    private static final int[] TENS = {0, 1, 2, 2, 2, 2, 2, 3, 2, 2};
    private static final int MOST_DIGITS = 15;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    private Numbers() {}

    /** The counts of a token that starts with a digit and holds only a number and its ending, or null. */
    static @Nullable Counts read(String token) {
        int end = token.length();
        while (end > 0 && !Character.isDigit(token.charAt(end - 1))) {
            end--;
        }
        String number = token.substring(0, end);
        String ending = token.substring(end).replace("'", "");
        if (!number.matches("[0-9][0-9,.:]*") || number.length() > Counts.MOST) {
            return null;
        }
        return switch (ending) {
            case "", "s" -> plain(number);
            case "st", "nd", "rd", "th" -> ordinal(number);
            case "°" -> with(plain(number), 2);
            case "°c", "°f" -> with(plain(number), 5);
            case "half" -> with(plain(number), 3);
            case "quarter", "three-quarters" -> with(plain(number), 4);
            case "am", "pm" -> with(plain(number), 2);
            case "k" -> plain(number) == null ? null : with(plain(number), 1);
            default -> null;
        };
    }

    /** <i>1.50</i> with the syllables of its coin: "one dollar fifty", and "cents" or "and ... cents" after it; null for other numbers. */
    static @Nullable Counts money(String number, int coin) {
        if (!number.matches("[0-9,]+\\.[0-9]{2}")) {
            return null;
        }
        int point = number.indexOf('.');
        Counts whole = plain(number.substring(0, point));
        int small = Integer.parseInt(number.substring(point + 1));
        if (whole == null || small == 0) {
            return with(whole, coin);
        }
        Counts least = whole.plus(coin + below1000(small));
        return least.or(least.plus(1)).or(least.plus(2));
    }

    private static @Nullable Counts with(@Nullable Counts counts, int more) {
        return counts == null ? null : counts.plus(more);
    }

    private static @Nullable Counts plain(String number) {
        if (number.matches("[0-9]{1,2}:[0-9]{2}")) {
            return time(number.substring(0, number.indexOf(':')), number.substring(number.indexOf(':') + 1));
        }
        if (number.matches("[0-9]{1,3}(,[0-9]{3})+")) {
            return cardinal(Long.parseLong(number.replace(",", "")));
        }
        if (number.matches("[0-9]+\\.[0-9]+")) {
            int point = number.indexOf('.');
            Counts whole = plain(number.substring(0, point));
            return whole == null ? null : whole.plus(1).plus(digits(number.substring(point + 1)));
        }
        if (!number.matches("[0-9]+")) {
            return null;
        }
        boolean code = number.length() > MOST_DIGITS || (number.length() > 1 && number.startsWith("0"));
        return code ? digits(number) : whole(Long.parseLong(number));
    }

    private static Counts whole(long n) {
        Counts cardinal = n > 1009 && n <= 2099 ? year((int) n) : cardinal(n);
        return n > HUNDRED && n < THOUSAND && n % HUNDRED != 0 ? cardinal.or(Counts.of(code((int) n))) : cardinal;
    }

    /** <i>four oh four, nine one one, seven forty-seven</i>: as rooms, roads and aeroplanes are called. */
    private static int code(int n) {
        int rest = n % HUNDRED;
        return SMALL[n / HUNDRED] + (rest == 11 ? 2 : rest < 10 ? 1 + SMALL[rest] : below1000(rest));
    }

    /** Digit by digit; a nought may be "zero" or "oh". */
    private static Counts digits(String digits) {
        int usual = 0;
        int noughts = 0;
        for (int i = 0; i < digits.length(); i++) {
            usual += SMALL[digits.charAt(i) - '0'];
            noughts += digits.charAt(i) == '0' ? 1 : 0;
        }
        int most = Math.min(Counts.MOST, usual);
        return noughts > 0 && most > noughts ? Counts.of(most, most - noughts) : Counts.of(most);
    }

    private static Counts time(String hours, String minutes) {
        Counts hour = cardinal(Long.parseLong(hours));
        int past = Integer.parseInt(minutes);
        if (past == 0) {
            return hour.or(hour.plus(2));
        }
        return past < 10 ? hour.plus(1 + SMALL[past]) : hour.plus(below1000(past));
    }

    /** <i>nineteen ninety-nine, nineteen oh five, two thousand (and) five, twenty twenty-four</i>; or read as a plain number. */
    private static Counts year(int n) {
        Counts plain = cardinal(n);
        int century = below1000(n / 100);
        int rest = n % 100;
        if (n >= 2000 && n < 2010) {
            return rest == 0 ? plain : plain.or(Counts.of(century + 1 + SMALL[rest]));
        }
        int tail = rest == 0 ? 2 : rest < 10 ? 1 + SMALL[rest] : below1000(rest);
        return Counts.of(century + tail).or(plain);
    }

    private static Counts cardinal(long n) {
        int usual = syllables(n);
        boolean and = n > 100 && n % 100 != 0;
        int most = Math.min(Counts.MOST, usual);
        return and ? Counts.of(most, Math.min(Counts.MOST, usual + 1)) : Counts.of(most);
    }

    private static int syllables(long n) {
        if (n == 0) {
            return SMALL[0];
        }
        int all = 0;
        int scale = 0;
        for (long left = n; left > 0; left /= 1000, scale++) {
            int group = (int) (left % 1000);
            all += group == 0 ? 0 : below1000(group) + (scale == 0 ? 0 : 2);
        }
        return all;
    }

    private static int below1000(int n) {
        int hundreds = n / 100 == 0 ? 0 : SMALL[n / 100] + 2;
        int rest = n % 100;
        int tail = rest == 0 ? 0 : rest < 20 ? SMALL[rest] : TENS[rest / 10] + (rest % 10 == 0 ? 0 : SMALL[rest % 10]);
        return hundreds + tail;
    }

    /** <i>second</i> has one more than <i>two</i>, <i>twentieth</i> one more than <i>twenty</i>; the others have the same. */
    private static @Nullable Counts ordinal(String number) {
        String digits = number.replace(",", "");
        if (!digits.matches("[0-9]{1,15}")) {
            return null;
        }
        long n = Long.parseLong(digits);
        int rest = (int) (n % 100);
        boolean longer = (rest % 10 == 2 && rest != 12) || (rest >= 20 && rest % 10 == 0);
        return cardinal(n).plus(longer ? 1 : 0);
    }
}
