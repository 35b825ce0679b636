package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BarChart;
import io.fueloptimine.models.chart.BarChart.Bar;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Grouping;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Writes the chapter on the coverage of the predicted intervals, that is, the share of rows whose
 * litres lie in the interval.
 */
final class IntervalChapter {

    private IntervalChapter() {}

    /** Writes the chapter if any row has an interval. */
    static void write(ModelReport report, Evaluation whole, ReportMarkdown draft) {
        if (!report.hasIntervals()) {
            return;
        }
        draft.heading(2, "Predicted intervals");
        draft.block(
                "The intervals are meant to contain "
                        + NumberText.plain(ModelReport.NOMINAL_COVERAGE_PCT)
                        + " % of the rows. They contain "
                        + MeasureText.figure(Measure.COVERAGE, whole.metrics().coveragePct())
                        + " %, and their mean width is "
                        + MeasureText.figure(Measure.WIDTH, whole.metrics().meanWidthL())
                        + " L.");
        draft.picture(coverage(report, whole));
    }

    private static Picture coverage(ModelReport report, Evaluation whole) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("all", whole));
        List<PredictedRow> withIntervals =
                report.rows().stream().filter(PredictedRow::hasInterval).toList();
        for (Grouping grouping : List.of(Grouping.EQUIPMENT_CLASS, Grouping.GRADE_BAND)) {
            SortedMap<String, Evaluation> groups =
                    report.evaluator().evaluateBy(grouping, withIntervals);
            if (groups.size() > 1) {
                groups.forEach((name, group) -> bars.add(bar(name, group)));
            }
        }
        String title = "Coverage of the predicted intervals";
        return Picture.named(
                "interval-coverage",
                title,
                "Share of the rows that lie in their predicted interval. Dashed: the nominal "
                        + NumberText.plain(ModelReport.NOMINAL_COVERAGE_PCT)
                        + " %. Whiskers: 95 % confidence interval, where known.",
                new BarChart(title, "rows within", "%", bars, ModelReport.NOMINAL_COVERAGE_PCT)
                        .svg());
    }

    private static Bar bar(String name, Evaluation evaluation) {
        return new Bar(
                name,
                evaluation.metrics().coveragePct(),
                MeasureText.whisker(evaluation.interval(Measure.COVERAGE)),
                evaluation.metrics().rows(),
                evaluation.tooFewRows());
    }
}
