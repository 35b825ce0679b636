package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.Metrics;
import java.util.Comparator;
import java.util.Map;

/** What the model is worth, in two sentences and beside its baselines. */
final class AccuracyChapter {

    private static final int FEW_MACHINES = 10;
    private static final double PERCENT = 100;

    private AccuracyChapter() {}

    static void write(ModelReport report, Evaluation whole, ReportMarkdown draft) {
        draft.heading(2, "What it is worth");
        draft.block(
                MarkdownText.escape(error(report, whole) + besideBaseline(report, whole) + "."));
        boolean intervals = report.hasIntervals();
        MetricsTable table = new MetricsTable("predictor", intervals);
        table.add("model", whole.metrics());
        table.addIntervals("model, 95 % confidence", whole);
        report.baselines().forEach(table::add);
        table.writeTo(draft);
        draft.block(MarkdownText.escape(confidence(report, whole.machines())));
    }

    private static String error(ModelReport report, Evaluation whole) {
        BootstrapInterval interval = whole.interval(Measure.MAE);
        return "It misses the litres of a "
                + report.rowName()
                + " by "
                + MeasureText.figure(Measure.MAE, whole.metrics().maeL())
                + " L in the mean"
                + (interval.known()
                        ? " ("
                                + MeasureText.interval(Measure.MAE, interval)
                                + " L with 95 % confidence)"
                        : "");
    }

    /** Errors on other rows cannot be compared: such a baseline is in the table alone. */
    private static String besideBaseline(ModelReport report, Evaluation whole) {
        return report.baselines().entrySet().stream()
                .filter(baseline -> baseline.getValue().rows() == whole.metrics().rows())
                .min(Comparator.comparingDouble(entry -> entry.getValue().maeL()))
                .map(best -> besideBest(best, whole.metrics().maeL()))
                .orElse("");
    }

    private static String besideBest(Map.Entry<String, Metrics> best, double maeL) {
        double baselineL = best.getValue().maeL();
        double lessPct = PERCENT * (baselineL - maeL) / baselineL;
        return "; the best baseline, "
                + best.getKey()
                + ", by "
                + MeasureText.figure(Measure.MAE, baselineL)
                + " L. That is "
                + NumberText.fixed(Math.abs(lessPct), 0)
                + (lessPct >= 0
                        ? " % less error than the baseline's"
                        : " % more error than the baseline's");
    }

    private static String confidence(ModelReport report, int machines) {
        if (machines == 1) {
            return "All rows are of one machine, so nothing is known of the figures' confidence.";
        }
        return "Confidence: 95 % intervals from "
                + NumberText.fixed(report.evaluator().bootstrap().replicates(), 0)
                + " resamples of "
                + machines
                + " machines."
                + (machines < FEW_MACHINES
                        ? " So few machines make the intervals narrower than they should be."
                        : "");
    }
}
