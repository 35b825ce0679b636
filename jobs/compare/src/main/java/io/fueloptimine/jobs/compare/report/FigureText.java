package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import io.fueloptimine.models.chart.NumberText;

/** Formats the numbers of the report with ASCII characters only. A dash means no figure. */
public final class FigureText {

    static final String NONE = "-";

    private static final int PERCENT_DECIMALS = 2;

    private FigureText() {}

    /** The value with commas between thousands. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? NumberText.fixed(value, decimals).replace('\u2212', '-')
                : NONE;
    }

    /** A difference with its sign. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean positive = text.chars().anyMatch(c -> c >= '1' && c <= '9') && value > 0;
        return positive ? "+" + text : text;
    }

    /** The mean of a difference and, if they are known, both ends of the interval, with signs. */
    public static String difference(MeanInterval interval, int decimals) {
        String mean = signed(interval.mean(), decimals);
        return interval.known() ? mean + " (" + interval(interval, decimals) + ")" : mean;
    }

    /** Both ends of the interval. */
    static String interval(MeanInterval interval, int decimals) {
        return interval.known()
                ? signed(interval.low(), decimals) + " to " + signed(interval.high(), decimals)
                : NONE;
    }

    /** The mean and both ends of the interval of a difference in percent. */
    static String percent(MeanInterval percent) {
        return difference(percent, PERCENT_DECIMALS);
    }
}
