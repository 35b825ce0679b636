package io.fueloptimine.models.chart;

import java.util.Locale;

/** Formats numbers for readers, independent of the locale. */
public final class NumberText {

    private static final String UNKNOWN = "–";
    private static final int SIGNIFICANT = 3;
    private static final int MOST_SIGNIFICANT = 5;

    private NumberText() {}

    /** The value with the given number of decimals and commas between thousands; a dash for NaN. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero && text.startsWith("-") ? text.substring(1) : text.replace('-', '\u2212');
    }

    /** The value with about three significant digits and all digits of the integer part. */
    public static String significant(double value) {
        return fixed(value, decimals(value));
    }

    /** The value with about three significant digits and without trailing zeros. */
    public static String plain(double value) {
        String text = significant(value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** The number of decimals for about three significant digits. */
    static int decimals(double value) {
        double size = Math.abs(value);
        return size > 0 && size < 100
                ? Math.min(SIGNIFICANT - 1 - (int) Math.floor(Math.log10(size)), MOST_SIGNIFICANT)
                : 0;
    }
}
