package io.fueloptimine.models.quality.window;

import io.fueloptimine.models.quality.expectation.Divergence;
import io.fueloptimine.models.quality.expectation.Partition;
import io.fueloptimine.models.quality.expectation.RowCountBetween;
import io.fueloptimine.models.quality.expectation.Statistic;
import io.fueloptimine.models.quality.expectation.StatisticBetween;
import io.fueloptimine.models.quality.expectation.ValueText;
import io.fueloptimine.models.quality.expectation.WindowExpectation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one rule has gathered of one machine's window, in bounded memory: streaming moments, the
 * rule's own bins, a sample for the median, hashes for what is distinct. A mutable state type; all
 * fields are for Flink.
 */
public final class WindowStatistics {

    /** Readings, with or without the rule's value. */
    public long rows;

    /** Readings that bear the value. */
    public long values;

    public double mean;

    /** Sum of squared distances from the mean. */
    public double squares;

    public double min = Double.POSITIVE_INFINITY;
    public double max = Double.NEGATIVE_INFINITY;

    /** Values in each bin of the rule's partition; null when it has none. */
    public long[] bins;

    /** Null unless the rule is of a median. */
    public ValueSample sample;

    /** Null unless the rule is of distinct values. */
    public DistinctValues distinct;

    /** When the last of them was received, ms since the epoch. */
    public long receivedAtMs;

    /** For Flink. */
    public WindowStatistics() {}

    /** Takes a reading in; the value is null when it bears none. */
    public void add(WindowExpectation expectation, Object value, long receivedAt) {
        rows++;
        receivedAtMs = Math.max(receivedAtMs, receivedAt);
        if (value == null) {
            return;
        }
        values++;
        if (expectation instanceof Divergence divergence) {
            addToBins(divergence.partition(), value);
        } else if (expectation instanceof StatisticBetween rule) {
            addToStatistic(rule.statistic(), value);
        }
    }

    /** What breaks the expectation, in words; empty when it is kept or too little is known. */
    public Optional<String> breach(WindowExpectation expectation) {
        if (expectation instanceof RowCountBetween rule) {
            return rule.range().contains(rows) ? Optional.empty() : Optional.of(rows + " readings");
        }
        if (expectation instanceof Divergence rule && values >= rule.minRows()) {
            double divergence = divergence(rule.partition());
            return divergence < rule.threshold()
                    ? Optional.empty()
                    : Optional.of(words("a divergence", divergence));
        }
        if (expectation instanceof StatisticBetween rule && values >= rule.minRows()) {
            double statistic = statistic(rule.statistic());
            boolean kept = Double.isNaN(statistic) || rule.range().contains(statistic);
            return kept ? Optional.empty() : Optional.of(words(name(rule), statistic));
        }
        return Optional.empty();
    }

    private void addToStatistic(Statistic statistic, Object value) {
        if (statistic == Statistic.PROPORTION_OF_UNIQUE) {
            distinct = distinct == null ? new DistinctValues() : distinct;
            distinct.add(ValueText.of(value));
            return;
        }
        double number = ((Number) value).doubleValue();
        double delta = number - mean;
        mean += delta / values;
        squares += delta * (number - mean);
        min = Math.min(min, number);
        max = Math.max(max, number);
        if (statistic == Statistic.MEDIAN) {
            sample = sample == null ? new ValueSample() : sample;
            sample.add(number);
        }
    }

    /** The last bin takes its upper edge in; the one after it counts what no bin holds. */
    private void addToBins(Partition partition, Object value) {
        int known = partition.weights().size();
        bins = bins == null ? new long[known + 1] : bins;
        int bin =
                partition.bins().isEmpty()
                        ? partition.values().indexOf(ValueText.of(value))
                        : binOf(partition.bins(), ((Number) value).doubleValue());
        bins[bin < 0 ? known : bin]++;
    }

    private static int binOf(List<Double> edges, double value) {
        int last = edges.size() - 1;
        if (value == edges.get(last)) {
            return last - 1;
        }
        for (int i = 0; i < last; i++) {
            if (value >= edges.get(i) && value < edges.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** Of what was seen from what is expected, nats; infinite where the unexpected was seen. */
    private double divergence(Partition partition) {
        double sum = 0;
        for (int i = 0; i < bins.length; i++) {
            double seen = (double) bins[i] / values;
            double expected = i < partition.weights().size() ? partition.weights().get(i) : 0;
            sum += seen == 0 ? 0 : seen * Math.log(seen / expected);
        }
        return sum;
    }

    private double statistic(Statistic statistic) {
        return switch (statistic) {
            case MEAN -> mean;
            case MEDIAN -> sample == null ? Double.NaN : sample.median();
            case STANDARD_DEVIATION -> values < 2 ? Double.NaN : Math.sqrt(squares / (values - 1));
            case MIN -> min;
            case MAX -> max;
            case PROPORTION_OF_UNIQUE ->
                    distinct == null ? Double.NaN : Math.min(1, distinct.count() / values);
        };
    }

    private static String name(StatisticBetween rule) {
        return rule.statistic().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String words(String name, double value) {
        return String.format(Locale.ROOT, "%s of %.4g over %d values", name, value, values);
    }
}
