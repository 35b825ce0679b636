package io.fueloptimine.models.quality.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.quality.expectation.Divergence;
import io.fueloptimine.models.quality.expectation.Partition;
import io.fueloptimine.models.quality.expectation.Range;
import io.fueloptimine.models.quality.expectation.Statistic;
import io.fueloptimine.models.quality.expectation.StatisticBetween;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowStatisticsTest {

    private static final Range IMPOSSIBLE = new Range(1e9, null, false, false);

    @Test
    void computesTheStatisticsOfItsValues() {
        assertThat(violation(Statistic.MEAN)).isEqualTo("mean of 5.000 over 8 values");
        assertThat(violation(Statistic.MEDIAN)).isEqualTo("median of 4.500 over 8 values");
        assertThat(violation(Statistic.STANDARD_DEVIATION))
                .isEqualTo("standard deviation of 2.138 over 8 values");
        assertThat(violation(Statistic.MIN)).isEqualTo("min of 2.000 over 8 values");
        assertThat(violation(Statistic.MAX)).isEqualTo("max of 9.000 over 8 values");
        assertThat(violation(Statistic.PROPORTION_OF_UNIQUE))
                .isEqualTo("proportion of unique of 0.6250 over 8 values");
    }

    @Test
    void acceptsAStatisticInRangeAndIgnoresWindowsWithFewValues() {
        WindowStatistics statistics = statistics(rule(Statistic.MEAN, IMPOSSIBLE, 1));
        Range wide = new Range(0.0, 10.0, false, false);
        assertThat(statistics.violation(rule(Statistic.MEAN, wide, 1))).isEmpty();
        assertThat(statistics.violation(rule(Statistic.MEAN, IMPOSSIBLE, 9))).isEmpty();
    }

    @Test
    void divergenceIsZeroForExpectedSharesAndInfiniteForUnexpectedValues() {
        Partition halves = new Partition(List.of(0.0, 5.0, 10.0), List.of(), List.of(0.5, 0.5));
        WindowStatistics same = new WindowStatistics();
        WindowStatistics skewed = new WindowStatistics();
        WindowStatistics outside = new WindowStatistics();
        Divergence rule = new Divergence("x", halves, 0.1, 60, 1);
        for (int i = 0; i < 100; i++) {
            same.add(rule, i % 2 == 0 ? 1.0 : 10.0, 0);
            skewed.add(rule, i % 10 == 0 ? 1.0 : 9.0, 0);
            outside.add(rule, i == 0 ? 11.0 : 1.0, 0);
        }

        assertThat(same.violation(rule)).isEmpty();
        assertThat(skewed.violation(rule)).contains("a divergence of 0.3681 over 100 values");
        assertThat(outside.violation(rule)).contains("a divergence of Infinity over 100 values");
    }

    @Test
    void estimatesTheMedianOfManyValuesInBoundedMemory() {
        ValueSample sample = new ValueSample();
        for (int i = 0; i < 100_000; i++) {
            sample.add(i);
        }
        assertThat(sample.values).hasSize(ValueSample.CAPACITY);
        assertThat(sample.median()).isCloseTo(50_000, within(5_000.0));
    }

    @Test
    void countsDistinctValuesExactlyAtFirstAndCloselyLater() {
        DistinctValues few = new DistinctValues();
        DistinctValues many = new DistinctValues();
        for (int i = 0; i < 100_000; i++) {
            few.add("v" + i % 1_000);
            many.add("v" + i % 50_000);
        }
        assertThat(few.count()).isEqualTo(1_000);
        assertThat(many.count()).isCloseTo(50_000, within(5_000.0));
        assertThat(many.hashes).hasSize(DistinctValues.CAPACITY).isSorted();
    }

    private static String violation(Statistic statistic) {
        StatisticBetween rule = rule(statistic, IMPOSSIBLE, 1);
        return statistics(rule).violation(rule).orElse("satisfied");
    }

    private static WindowStatistics statistics(StatisticBetween rule) {
        WindowStatistics statistics = new WindowStatistics();
        statistics.add(rule, null, 0);
        for (double value : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            statistics.add(rule, value, 0);
        }
        return statistics;
    }

    private static StatisticBetween rule(Statistic statistic, Range range, int minRows) {
        return new StatisticBetween(statistic, "x", range, 60, minRows);
    }
}
