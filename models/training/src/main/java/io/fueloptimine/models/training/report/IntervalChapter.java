package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BarChart;
import io.fueloptimine.models.chart.BarChart.Bar;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.training.evaluation.Grouping;
import io.fueloptimine.models.training.evaluation.JudgedRow;
import io.fueloptimine.models.training.evaluation.Judgement;
import io.fueloptimine.models.training.evaluation.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Whether the predicted intervals hold as many rows as they are meant to. */
final class IntervalChapter {

    private IntervalChapter() {}

    /** Writes the chapter, unless no interval was predicted. */
    static void write(ModelReport report, Judgement whole, Draft draft) {
        if (!report.hasIntervals()) {
            return;
        }
        draft.heading(2, "Predicted intervals");
        draft.block(
                "Meant to hold "
                        + NumberText.plain(report.nominalCoveragePct())
                        + " % of the rows; they hold "
                        + MeasureText.figure(Measure.COVERAGE, whole.metrics().coveragePct())
                        + " % and are "
                        + MeasureText.figure(Measure.WIDTH, whole.metrics().meanWidthL())
                        + " L wide in the mean.");
        draft.picture(coverage(report, whole));
    }

    private static Picture coverage(ModelReport report, Judgement whole) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("all", whole));
        List<JudgedRow> withIntervals =
                report.rows().stream().filter(JudgedRow::hasInterval).toList();
        for (Grouping grouping : List.of(Grouping.EQUIPMENT_CLASS, Grouping.GRADE_BAND)) {
            SortedMap<String, Judgement> groups = report.judge().judgeBy(grouping, withIntervals);
            if (groups.size() > 1) {
                groups.forEach((name, group) -> bars.add(bar(name, group)));
            }
        }
        String title = "Coverage of the predicted intervals";
        return new Picture(
                "interval-coverage",
                title,
                "How many of the rows lie in their predicted interval. Dashed: the "
                        + NumberText.plain(report.nominalCoveragePct())
                        + " % it was made for. Whiskers: 95 % confidence, where it is known.",
                new BarChart(title, "rows within", "%", bars, report.nominalCoveragePct()).svg());
    }

    private static Bar bar(String name, Judgement judgement) {
        return new Bar(
                name,
                judgement.metrics().coveragePct(),
                MeasureText.whisker(judgement.interval(Measure.COVERAGE)),
                judgement.metrics().rows(),
                judgement.tooFewRows());
    }
}
