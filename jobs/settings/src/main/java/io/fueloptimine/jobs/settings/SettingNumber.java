package io.fueloptimine.jobs.settings;

import java.math.BigDecimal;

/** Numbers as people write them: without an exponent and without a fraction of zero. */
final class SettingNumber {

    private SettingNumber() {}

    /** The shortest text from which the same number is read again. */
    static String text(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
