package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BandChart;
import io.fueloptimine.models.training.evaluation.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The picture of residuals from the first row's time to the last's. */
final class ResidualsThroughTime {

    private static final String TITLE = "Residuals through time";
    private static final int STRETCHES = 48;
    private static final Duration SHORT = Duration.ofDays(4);
    private static final double LOW_SHARE = 0.1;
    private static final double HIGH_SHARE = 0.9;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ResidualsThroughTime() {}

    /** The picture; empty when all rows fall into one stretch of time. */
    static Optional<Picture> of(ModelReport report) {
        Instant start = Collections.min(report.times());
        Duration span = Duration.between(start, Collections.max(report.times()));
        SortedMap<Integer, double[]> stretches = stretches(report, start, span);
        return stretches.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Picture(
                                "residuals-through-time",
                                TITLE,
                                "The line is the mean of each stretch of time; four of five rows"
                                        + " lie in the band. A line that leaves zero is a model that no"
                                        + " longer fits.",
                                chart(stretches, start, span).svg()));
    }

    private static BandChart chart(
            SortedMap<Integer, double[]> stretches, Instant start, Duration span) {
        boolean hours = span.compareTo(SHORT) <= 0;
        Duration unit = hours ? Duration.ofHours(1) : Duration.ofDays(1);
        double stretchUnits = (double) span.toMillis() / unit.toMillis() / STRETCHES;
        return new BandChart(
                TITLE,
                (hours ? "hours" : "days") + " since " + TIME.format(start) + " UTC",
                "burned minus expected, L",
                stretches.keySet().stream()
                        .mapToDouble(stretch -> (stretch + 0.5) * stretchUnits)
                        .toArray(),
                each(stretches, sorted -> Quantiles.ofSorted(sorted, LOW_SHARE)),
                each(stretches, sorted -> Arrays.stream(sorted).average().orElseThrow()),
                each(stretches, sorted -> Quantiles.ofSorted(sorted, HIGH_SHARE)));
    }

    /** The residuals of each stretch that has any, sorted. */
    private static SortedMap<Integer, double[]> stretches(
            ModelReport report, Instant start, Duration span) {
        SortedMap<Integer, List<Double>> residuals = new TreeMap<>();
        double stretchMs = (double) span.toMillis() / STRETCHES;
        for (int i = 0; i < report.rows().size(); i++) {
            double sinceMs = Duration.between(start, report.times().get(i)).toMillis();
            int stretch = stretchMs > 0 ? (int) Math.min(STRETCHES - 1, sinceMs / stretchMs) : 0;
            residuals
                    .computeIfAbsent(stretch, index -> new ArrayList<>())
                    .add(report.rows().get(i).residualL());
        }
        SortedMap<Integer, double[]> sorted = new TreeMap<>();
        residuals.forEach(
                (stretch, litres) ->
                        sorted.put(
                                stretch, litres.stream().mapToDouble(v -> v).sorted().toArray()));
        return sorted;
    }

    private static double[] each(
            SortedMap<Integer, double[]> stretches, ToDoubleFunction<double[]> of) {
        return stretches.values().stream().mapToDouble(of).toArray();
    }
}
