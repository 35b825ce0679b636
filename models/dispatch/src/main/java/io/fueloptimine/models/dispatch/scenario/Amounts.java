package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.mine.input.InvalidInputException;

/** Reads the amounts of scenario changes. */
final class Amounts {

    private static final double LEAST_PERCENT = -99;
    private static final double MOST_PERCENT = 1_000;

    private Amounts() {}

    static boolean isPercent(String text) {
        return text.endsWith("%");
    }

    /** The factor of a change in percent: 1.1 for {@code +10%}. */
    static double factor(String text) {
        if (!isPercent(text)) {
            throw new InvalidInputException(text + ", expected a change such as +10% or -5%");
        }
        double percent =
                number(text.substring(0, text.length() - 1), "a change such as +10% or -5%");
        if (percent < LEAST_PERCENT || percent > MOST_PERCENT) {
            throw new InvalidInputException(text + ", expected a change from -99% to +1000%");
        }
        return 1 + percent / 100;
    }

    /** A count with its sign, not 0. */
    static int signedCount(String text) {
        if (!text.matches("[+-][1-9]\\d{0,3}")) {
            throw new InvalidInputException(text + ", expected a change such as -2 or +2");
        }
        return Integer.parseInt(text);
    }

    static double number(String text, String expected) {
        if (!text.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?")) {
            throw new InvalidInputException(text + ", expected " + expected);
        }
        return Double.parseDouble(text);
    }
}
