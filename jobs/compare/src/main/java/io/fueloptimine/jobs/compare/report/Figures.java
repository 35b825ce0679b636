package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import io.fueloptimine.models.chart.NumberText;

/** Formats the numbers of the report with ASCII characters only. A dash means no figure. */
final class Figures {

    static final String NONE = "-";

    private static final int PERCENT_DECIMALS = 2;

    private Figures() {}

    /** The value with commas between thousands. */
    static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? NumberText.fixed(value, decimals).replace('\u2212', '-')
                : NONE;
    }

    /** A difference with its sign. */
    static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean positive = text.chars().anyMatch(c -> c >= '1' && c <= '9') && value > 0;
        return positive ? "+" + text : text;
    }

    /** Both ends of the interval. */
    static String interval(MeanInterval interval, int decimals) {
        return interval.known()
                ? signed(interval.low(), decimals) + " to " + signed(interval.high(), decimals)
                : NONE;
    }

    /** The mean and both ends of the interval of a difference in percent. */
    static String percent(MeanInterval percent) {
        String mean = signed(percent.mean(), PERCENT_DECIMALS);
        return percent.known() ? mean + " (" + interval(percent, PERCENT_DECIMALS) + ")" : mean;
    }
}
