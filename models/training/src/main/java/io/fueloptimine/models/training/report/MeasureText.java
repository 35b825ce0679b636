package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BarChart.Whisker;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Measure;

/** Formats measures and their values. */
final class MeasureText {

    private static final int SHARE_DECIMALS = 3;
    private static final int PERCENT_DECIMALS = 2;

    private MeasureText() {}

    /** The name of a measure with its unit, such as {@code MAE, L}. */
    static String name(Measure measure) {
        return measure.unit().isEmpty() ? measure.label() : measure.label() + ", " + measure.unit();
    }

    /** The value of a measure without the unit; a dash when unknown. */
    static String figure(Measure measure, double value) {
        return switch (measure.unit()) {
            case "" -> NumberText.fixed(value, SHARE_DECIMALS);
            case "%" -> NumberText.fixed(value, PERCENT_DECIMALS);
            default -> NumberText.significant(value);
        };
    }

    /** Both ends of an interval; a dash when unknown. */
    static String interval(Measure measure, BootstrapInterval interval) {
        return interval.known()
                ? figure(measure, interval.low()) + " to " + figure(measure, interval.high())
                : figure(measure, Double.NaN);
    }

    /** The interval as the whisker of a bar; no whisker when the interval is unknown. */
    static Whisker whisker(BootstrapInterval interval) {
        return new Whisker(interval.low(), interval.high());
    }
}
