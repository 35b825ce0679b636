package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.HistogramChart;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.chart.Points;
import io.fueloptimine.models.chart.ScatterChart;
import io.fueloptimine.models.chart.Thinning;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.evaluation.Quantiles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Writes the chapter on burned litres, expected litres and residuals. */
final class PredictionChapter {

    private static final int MOST_DOTS = 2_000;
    private static final int MOST_MEDIANS = 20;
    private static final int FEWEST_ROWS_PER_MEDIAN = 40;
    private static final String EXPECTED = "expected, L per ";

    private PredictionChapter() {}

    static void write(ModelReport report, ReportMarkdown draft) {
        Thinning thinning = Thinning.of(report.rows().size(), MOST_DOTS);
        List<PredictedRow> drawn =
                Arrays.stream(thinning.rows()).mapToObj(report.rows()::get).toList();
        draft.heading(2, "Burned and expected");
        draft.picture(burned(report, drawn, thinning.note()));
        draft.picture(residuals(report, drawn, thinning.note()));
        draft.picture(histogram(report));
        if (!report.times().isEmpty()) {
            ResidualsOverTime.of(report).ifPresent(draft::picture);
        }
    }

    private static Picture burned(ModelReport report, List<PredictedRow> drawn, String note) {
        double[] expected = column(drawn, PredictedRow::expectedL);
        double[] actual = column(drawn, PredictedRow::actualL);
        double least = Math.min(least(expected), least(actual));
        double greatest = Math.max(greatest(expected), greatest(actual));
        double[] diagonal = {least, greatest};
        String title = "Litres burned against litres expected";
        return Picture.named(
                "burned-against-expected",
                title,
                "On the line, the litres burned equal the litres expected." + note,
                new ScatterChart(
                                title,
                                EXPECTED + report.rowName(),
                                "burned, L per " + report.rowName(),
                                new Points(expected, actual),
                                new Points(diagonal, diagonal),
                                true)
                        .svg());
    }

    private static Picture residuals(ModelReport report, List<PredictedRow> drawn, String note) {
        Points dots =
                new Points(
                        column(drawn, PredictedRow::expectedL),
                        column(drawn, PredictedRow::residualL));
        String title = "Residuals against litres expected";
        return Picture.named(
                "residuals-against-expected",
                title,
                "Above zero, more was burned than expected. The line is the median residual of"
                        + " groups of rows with about the same expectation, over all rows."
                        + note,
                new ScatterChart(
                                title,
                                EXPECTED + report.rowName(),
                                "burned minus expected, L",
                                dots,
                                medians(report.rows()),
                                false)
                        .svg());
    }

    private static Picture histogram(ModelReport report) {
        String title = "Histogram of the residuals";
        HistogramChart chart =
                new HistogramChart(
                        title,
                        "burned minus expected, L per " + report.rowName(),
                        column(report.rows(), PredictedRow::residualL));
        String outside =
                chart.outside() == 0
                        ? ""
                        : " Beyond the ends of the axis: "
                                + NumberText.fixed(chart.outside(), 0)
                                + " rows.";
        return Picture.named(
                "residual-histogram",
                title,
                "The line is the normal distribution with the mean and the standard deviation of"
                        + " the residuals."
                        + outside,
                chart.svg());
    }

    /** The median expected litres and the median residual of groups with equal numbers of rows. */
    private static Points medians(List<PredictedRow> rows) {
        List<PredictedRow> sorted =
                rows.stream().sorted(Comparator.comparingDouble(PredictedRow::expectedL)).toList();
        int groups = Math.min(MOST_MEDIANS, Math.max(1, rows.size() / FEWEST_ROWS_PER_MEDIAN));
        double[] x = new double[groups];
        double[] y = new double[groups];
        for (int i = 0; i < groups; i++) {
            int from = (int) ((long) rows.size() * i / groups);
            int to = (int) ((long) rows.size() * (i + 1) / groups);
            List<PredictedRow> group = sorted.subList(from, to);
            x[i] = median(group, PredictedRow::expectedL);
            y[i] = median(group, PredictedRow::residualL);
        }
        return new Points(x, y);
    }

    private static double median(List<PredictedRow> rows, ToDoubleFunction<PredictedRow> of) {
        return Quantiles.ofSorted(rows.stream().mapToDouble(of).sorted().toArray(), 0.5);
    }

    private static double[] column(List<PredictedRow> rows, ToDoubleFunction<PredictedRow> of) {
        return rows.stream().mapToDouble(of).toArray();
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
