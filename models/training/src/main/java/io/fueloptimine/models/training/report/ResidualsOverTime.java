package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BandChart;
import io.fueloptimine.models.report.Picture;
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

/** Draws the residuals over time. */
final class ResidualsOverTime {

    private static final String TITLE = "Residuals over time";
    private static final int INTERVALS = 48;
    private static final Duration SHORT = Duration.ofDays(4);
    private static final double LOW_SHARE = 0.1;
    private static final double HIGH_SHARE = 0.9;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ResidualsOverTime() {}

    /** The picture of the residuals; empty when all rows fall into one interval of time. */
    static Optional<Picture> of(ModelReport report) {
        Instant start = Collections.min(report.times());
        Duration span = Duration.between(start, Collections.max(report.times()));
        SortedMap<Integer, double[]> intervals = intervals(report, start, span);
        return intervals.size() < 2
                ? Optional.empty()
                : Optional.of(
                        Picture.named(
                                "residuals-over-time",
                                TITLE,
                                "The line is the mean of each interval of time; 80 % of the rows"
                                        + " lie in the band. If the line leaves zero, the model no"
                                        + " longer fits.",
                                chart(intervals, start, span).svg()));
    }

    private static BandChart chart(
            SortedMap<Integer, double[]> intervals, Instant start, Duration span) {
        boolean hours = span.compareTo(SHORT) <= 0;
        Duration unit = hours ? Duration.ofHours(1) : Duration.ofDays(1);
        double intervalUnits = (double) span.toMillis() / unit.toMillis() / INTERVALS;
        return new BandChart(
                TITLE,
                (hours ? "hours" : "days") + " since " + TIME.format(start) + " UTC",
                "burned minus expected, L",
                intervals.keySet().stream()
                        .mapToDouble(interval -> (interval + 0.5) * intervalUnits)
                        .toArray(),
                each(intervals, sorted -> Quantiles.ofSorted(sorted, LOW_SHARE)),
                each(intervals, sorted -> Arrays.stream(sorted).average().orElseThrow()),
                each(intervals, sorted -> Quantiles.ofSorted(sorted, HIGH_SHARE)));
    }

    /** The sorted residuals of each interval of time that has rows. */
    private static SortedMap<Integer, double[]> intervals(
            ModelReport report, Instant start, Duration span) {
        SortedMap<Integer, List<Double>> residuals = new TreeMap<>();
        double intervalMs = (double) span.toMillis() / INTERVALS;
        for (int i = 0; i < report.rows().size(); i++) {
            double sinceMs = Duration.between(start, report.times().get(i)).toMillis();
            int interval = intervalMs > 0 ? (int) Math.min(INTERVALS - 1, sinceMs / intervalMs) : 0;
            residuals
                    .computeIfAbsent(interval, index -> new ArrayList<>())
                    .add(report.rows().get(i).residualL());
        }
        SortedMap<Integer, double[]> sorted = new TreeMap<>();
        residuals.forEach(
                (interval, litres) ->
                        sorted.put(
                                interval, litres.stream().mapToDouble(v -> v).sorted().toArray()));
        return sorted;
    }

    private static double[] each(
            SortedMap<Integer, double[]> intervals, ToDoubleFunction<double[]> of) {
        return intervals.values().stream().mapToDouble(of).toArray();
    }
}
