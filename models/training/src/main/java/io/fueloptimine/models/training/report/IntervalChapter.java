package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BarChart;
import io.fueloptimine.models.chart.BarChart.Bar;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Grouping;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Whether the predicted intervals hold as many rows as they are meant to. */
final class IntervalChapter {

    private IntervalChapter() {}

    /** Writes the chapter, unless no interval was predicted. */
    static void write(ModelReport report, Evaluation whole, ReportMarkdown draft) {
        if (!report.hasIntervals()) {
            return;
        }
        draft.heading(2, "Predicted intervals");
        draft.block(
                "Meant to hold "
                        + NumberText.plain(ModelReport.NOMINAL_COVERAGE_PCT)
                        + " % of the rows; they hold "
                        + MeasureText.figure(Measure.COVERAGE, whole.metrics().coveragePct())
                        + " % and are "
                        + MeasureText.figure(Measure.WIDTH, whole.metrics().meanWidthL())
                        + " L wide in the mean.");
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
        return new Picture(
                "interval-coverage",
                title,
                "How many of the rows lie in their predicted interval. Dashed: the "
                        + NumberText.plain(ModelReport.NOMINAL_COVERAGE_PCT)
                        + " % it was made for. Whiskers: 95 % confidence, where it is known.",
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
