package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.report.MarkdownText;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.Metrics;
import java.util.Comparator;
import java.util.Map;

/** Writes the chapter on the accuracy of the model and its baselines. */
final class AccuracyChapter {

    private static final int FEW_MACHINES = 10;
    private static final double PERCENT = 100;

    private AccuracyChapter() {}

    static void write(ModelReport report, Evaluation whole, ReportMarkdown draft) {
        draft.heading(2, "Accuracy");
        draft.block(MarkdownText.escape(error(report, whole) + comparison(report, whole) + "."));
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
        return "The mean absolute error is "
                + MeasureText.figure(Measure.MAE, whole.metrics().maeL())
                + " L per "
                + report.rowName()
                + (interval.known()
                        ? " ("
                                + MeasureText.interval(Measure.MAE, interval)
                                + " L with 95 % confidence)"
                        : "");
    }

    /**
     * The part of a sentence that compares the model with its best baseline. Baselines that were
     * evaluated on other rows are left out; they appear in the table only.
     */
    private static String comparison(ModelReport report, Evaluation whole) {
        return report.baselines().entrySet().stream()
                .filter(baseline -> baseline.getValue().rows() == whole.metrics().rows())
                .min(Comparator.comparingDouble(entry -> entry.getValue().maeL()))
                .map(best -> comparison(best, whole.metrics().maeL()))
                .orElse("");
    }

    private static String comparison(Map.Entry<String, Metrics> best, double maeL) {
        double baselineL = best.getValue().maeL();
        double lessPct = PERCENT * (baselineL - maeL) / baselineL;
        return ", "
                + NumberText.fixed(Math.abs(lessPct), 0)
                + (lessPct > 0 ? " % below" : " % above")
                + " the "
                + MeasureText.figure(Measure.MAE, baselineL)
                + " L of the best baseline, "
                + best.getKey()
                + (lessPct > 0 ? "" : ". A model must beat every baseline to become champion");
    }

    private static String confidence(ModelReport report, int machines) {
        if (machines == 1) {
            return "All rows are of one machine, so there are no confidence intervals.";
        }
        return "Confidence intervals (95 %) come from "
                + NumberText.fixed(report.evaluator().bootstrap().replicates(), 0)
                + " resamples of "
                + machines
                + " machines."
                + (machines < FEW_MACHINES
                        ? " With so few machines the intervals are too narrow."
                        : "");
    }
}
