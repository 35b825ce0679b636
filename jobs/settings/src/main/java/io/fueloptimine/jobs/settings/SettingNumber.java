package io.fueloptimine.jobs.settings;

import java.math.BigDecimal;

/**
 * Formats numbers without an exponent and without a zero fraction, for example {@code 1000} instead
 * of {@code 1.0E3}.
 */
final class SettingNumber {

    private SettingNumber() {}

    /** The shortest text that is parsed to the same number. */
    static String text(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
