package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table of metrics with one line per predictor or group. Not thread-safe. */
final class MetricsTable {

    private final String firstColumn;
    private final List<Measure> measures;
    private final List<List<String>> lines = new ArrayList<>();

    /**
     * Creates an empty table.
     *
     * @param firstColumn the heading of the first column
     * @param withIntervals whether the table has columns for coverage and width of the predicted
     *     intervals
     */
    MetricsTable(String firstColumn, boolean withIntervals) {
        this.firstColumn = firstColumn;
        this.measures =
                Arrays.stream(Measure.values())
                        .filter(
                                measure ->
                                        withIntervals
                                                || measure != Measure.COVERAGE
                                                        && measure != Measure.WIDTH)
                        .toList();
    }

    void add(String name, Metrics metrics) {
        lines.add(
                line(
                        name,
                        NumberText.fixed(metrics.rows(), 0),
                        measure -> MeasureText.figure(measure, measure.of(metrics))));
    }

    /** Adds a line with the confidence intervals of an evaluation. */
    void addIntervals(String name, Evaluation evaluation) {
        lines.add(
                line(
                        name,
                        "",
                        measure -> MeasureText.interval(measure, evaluation.interval(measure))));
    }

    void writeTo(ReportMarkdown draft) {
        draft.numberTable(line(firstColumn, "rows", MeasureText::name), lines);
    }

    private List<String> line(String name, String rows, Function<Measure, String> cell) {
        return Stream.concat(Stream.of(name, rows), measures.stream().map(cell)).toList();
    }
}
