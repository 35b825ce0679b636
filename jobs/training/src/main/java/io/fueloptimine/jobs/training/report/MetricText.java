package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.registry.ConfidenceInterval;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Formats metrics for reports: known metrics come first, with short titles; other metrics follow
 * under their own names.
 */
final class MetricText {

    private static final List<Named> KNOWN =
            List.of(
                    new Named(ModelMetrics.MAE_L, "MAE L"),
                    new Named(ModelMetrics.RMSE_L, "RMSE L"),
                    new Named(ModelMetrics.R2, "R2"),
                    new Named(ModelMetrics.MAPE_PCT, "MAPE %"),
                    new Named(ModelMetrics.WAPE_PCT, "WAPE %"),
                    new Named(ModelMetrics.BIAS_L, "bias L"),
                    new Named(ModelMetrics.COVERAGE_PCT, "coverage %"));

    private record Named(String figure, String title) {}

    private MetricText() {}

    /** The names of all metrics that at least one predictor has, in display order. */
    static List<String> figuresOf(Collection<ModelMetrics> all) {
        SortedSet<String> rest = new TreeSet<>();
        all.forEach(metrics -> rest.addAll(metrics.figures().keySet()));
        List<String> figures = new ArrayList<>();
        for (Named known : KNOWN) {
            if (rest.remove(known.figure())) {
                figures.add(known.figure());
            }
        }
        figures.addAll(rest);
        return figures;
    }

    static String title(String figure) {
        return KNOWN.stream()
                .filter(known -> known.figure().equals(figure))
                .map(Named::title)
                .findFirst()
                .orElse(figure);
    }

    static String figure(ModelMetrics metrics, String figure) {
        return number(metrics.figure(figure));
    }

    /** The bounds of the 95 % confidence interval; empty if the interval is unknown. */
    static String bounds(ModelMetrics metrics, String figure) {
        ConfidenceInterval interval = metrics.confidence().get(figure);
        return interval == null ? "" : number(interval.low()) + ".." + number(interval.high());
    }

    /** A number with about four significant digits; a dash for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String form = size < 1 ? "%.4f" : size < 100 ? "%.2f" : "%,.0f";
        return String.format(Locale.ROOT, form, value);
    }
}
