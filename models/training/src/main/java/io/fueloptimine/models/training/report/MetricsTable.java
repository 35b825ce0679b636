package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Metrics of several things, a line each. Not thread-safe. */
final class MetricsTable {

    private final String of;
    private final List<Measure> measures;
    private final List<List<String>> lines = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param of what the lines are, the first column's head
     * @param withIntervals whether coverage and width are told
     */
    MetricsTable(String of, boolean withIntervals) {
        this.of = of;
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

    /** A line of confidence intervals, to stand below that of their figures. */
    void addIntervals(String name, Evaluation evaluation) {
        lines.add(
                line(
                        name,
                        "",
                        measure -> MeasureText.interval(measure, evaluation.interval(measure))));
    }

    void writeTo(ReportMarkdown draft) {
        draft.figures(line(of, "rows", MeasureText::name), lines);
    }

    private List<String> line(String name, String rows, Function<Measure, String> cell) {
        return Stream.concat(Stream.of(name, rows), measures.stream().map(cell)).toList();
    }
}
