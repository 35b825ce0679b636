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
 * Statistics of one machine's window for one rule, in bounded memory. They are the mean and
 * variance (Welford's algorithm), counts for the rule's bins, a sample for the median, and hashes
 * for the number of distinct values. Mutable state type; fields are public for Flink's POJO
 * serializer.
 */
public final class WindowStatistics {

    /** The number of readings, including those without a value for the rule. */
    public long rows;

    /** The number of readings with a value for the rule. */
    public long values;

    public double mean;

    /** The sum of the squared distances of the values from their mean. */
    public double squares;

    public double min = Double.POSITIVE_INFINITY;
    public double max = Double.NEGATIVE_INFINITY;

    /**
     * The number of values in each bin of the rule's reference distribution; null when the rule has
     * none.
     */
    public long[] bins;

    /** A sample of the values; null unless the rule needs a median. */
    public ValueSample sample;

    /** The count of distinct values; null unless the rule needs this count. */
    public DistinctValues distinct;

    /** When the latest reading was received, ms since the epoch. */
    public long receivedAtMs;

    /** Used by Flink's POJO serializer. */
    public WindowStatistics() {}

    /**
     * Adds a reading.
     *
     * @param value the value that the rule evaluates; null when the reading has none
     */
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

    /**
     * A description of the violation; empty when the expectation is satisfied or there are too few
     * values.
     */
    public Optional<String> violation(WindowExpectation expectation) {
        if (expectation instanceof RowCountBetween rule) {
            return rule.range().contains(rows) ? Optional.empty() : Optional.of(rows + " readings");
        }
        if (expectation instanceof Divergence rule && values >= rule.minRows()) {
            double divergence = divergence(rule.partition());
            return divergence < rule.threshold()
                    ? Optional.empty()
                    : Optional.of(describe("a divergence", divergence));
        }
        if (expectation instanceof StatisticBetween rule && values >= rule.minRows()) {
            double statistic = statistic(rule.statistic());
            boolean satisfied = Double.isNaN(statistic) || rule.range().contains(statistic);
            return satisfied ? Optional.empty() : Optional.of(describe(name(rule), statistic));
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

    /**
     * Counts a value in its bin. The last bin includes its upper edge. An additional element of the
     * array counts values outside of all bins.
     */
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

    /**
     * The Kullback-Leibler divergence of the observed shares from the expected shares, nats;
     * infinite when a value with the expected share 0 occurred.
     */
    private double divergence(Partition partition) {
        double sum = 0;
        for (int i = 0; i < bins.length; i++) {
            double observed = (double) bins[i] / values;
            double expected = i < partition.weights().size() ? partition.weights().get(i) : 0;
            sum += observed == 0 ? 0 : observed * Math.log(observed / expected);
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

    private String describe(String name, double value) {
        return String.format(Locale.ROOT, "%s of %.4g over %d values", name, value, values);
    }
}
