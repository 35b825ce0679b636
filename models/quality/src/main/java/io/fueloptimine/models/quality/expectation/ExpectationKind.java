package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The expectations that the rules of a suite may use, each with its name and its keys in suite
 * files. An expectation that also exists in Great Expectations has the same name as there.
 */
public enum ExpectationKind {
    VALUES_BETWEEN("expect_column_values_to_be_between", ValuesBetween::read, Keys.COLUMN_RANGE),
    NOT_NULL("expect_column_values_to_not_be_null", NotNull::read, "column"),
    ONLY_NULL("expect_column_values_to_be_null", OnlyNull::read, "column"),
    IN_SET("expect_column_values_to_be_in_set", InSet::read, "column", "value_set"),
    NOT_IN_SET("expect_column_values_to_not_be_in_set", InSet::readNot, "column", "value_set"),
    MATCH_REGEX("expect_column_values_to_match_regex", MatchRegex::read, "column", "regex"),
    NOT_MATCH_REGEX(
            "expect_column_values_to_not_match_regex", MatchRegex::readNot, "column", "regex"),
    LENGTHS_BETWEEN(
            "expect_column_value_lengths_to_be_between", LengthsBetween::read, Keys.COLUMN_RANGE),
    PAIR_GREATER_THAN(
            "expect_column_pair_values_a_to_be_greater_than_b",
            PairGreaterThan::read,
            "column_A",
            "column_B",
            "or_equal"),
    PAIR_EQUAL("expect_column_pair_values_to_be_equal", PairEqual::read, "column_A", "column_B"),
    PAIR_SECONDS_BETWEEN(
            "expect_column_pair_seconds_to_be_between",
            PairSecondsBetween::read,
            Keys.with(Keys.RANGE, "column_A", "column_B")),
    CLOCK_NOT_AHEAD("expect_clock_not_ahead_of_site", ClockNotAhead::read, "max_ahead_s"),
    INCREASING("expect_column_values_to_be_increasing", Increasing::read, "column", "strictly"),
    UNIQUE("expect_column_values_to_be_unique", Unique::read, "column", "over"),
    RATE_OF_CHANGE(
            "expect_column_rate_of_change_to_be_between",
            RateOfChange::read,
            Keys.with(Keys.COLUMN_RANGE, "min_gap_s")),
    NOT_STUCK(
            "expect_column_values_to_not_be_stuck",
            NotStuck::read,
            "column",
            "max_stuck_s",
            "while_column",
            "while_min"),
    MEAN("expect_column_mean_to_be_between", statistic(Statistic.MEAN), Keys.STATISTIC),
    MEDIAN("expect_column_median_to_be_between", statistic(Statistic.MEDIAN), Keys.STATISTIC),
    STANDARD_DEVIATION(
            "expect_column_stdev_to_be_between",
            statistic(Statistic.STANDARD_DEVIATION),
            Keys.STATISTIC),
    MIN("expect_column_min_to_be_between", statistic(Statistic.MIN), Keys.STATISTIC),
    MAX("expect_column_max_to_be_between", statistic(Statistic.MAX), Keys.STATISTIC),
    PROPORTION_OF_UNIQUE(
            "expect_column_proportion_of_unique_values_to_be_between",
            statistic(Statistic.PROPORTION_OF_UNIQUE),
            Keys.STATISTIC),
    DIVERGENCE(
            "expect_column_kl_divergence_to_be_less_than",
            Divergence::read,
            "column",
            "partition_object",
            "threshold",
            "window_s",
            "min_rows"),
    ROW_COUNT(
            "expect_table_row_count_to_be_between",
            RowCountBetween::read,
            Keys.with(Keys.RANGE, "window_s")),
    NOT_SILENT("expect_machine_not_silent", NotSilent::read, "max_silence_s");

    /**
     * Reads an expectation from the node of its rule in a suite file. Adds each fault to the node.
     */
    @FunctionalInterface
    private interface Reader {
        Expectation read(SuiteNode node, Set<ReadingStream> streams);
    }

    /** Sets of keys that several expectations have in common. */
    private static final class Keys {
        static final String[] RANGE = {"min_value", "max_value", "strict_min", "strict_max"};
        static final String[] COLUMN_RANGE = with(RANGE, "column");
        static final String[] STATISTIC = with(COLUMN_RANGE, "window_s", "min_rows");

        static String[] with(String[] keys, String... more) {
            return Stream.concat(Arrays.stream(keys), Arrays.stream(more)).toArray(String[]::new);
        }
    }

    private final String yamlName;
    private final transient Reader reader;
    private final Set<String> keys;

    ExpectationKind(String yamlName, Reader reader, String... keys) {
        this.yamlName = yamlName;
        this.reader = reader;
        this.keys = new TreeSet<>(Arrays.asList(keys));
    }

    /** The name of the expectation in suite files. */
    public String yamlName() {
        return yamlName;
    }

    /**
     * The keys of this expectation in addition to those that every rule has, in alphabetical order.
     */
    public Set<String> keys() {
        return new TreeSet<>(keys);
    }

    /** The expectation with the given name; empty when there is none. */
    public static Optional<ExpectationKind> fromYamlName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.yamlName.equals(name)).findFirst();
    }

    /**
     * Reads the expectation from a node. When the node has faults afterwards, the expectation may
     * be incomplete and must not be used.
     */
    public Expectation read(SuiteNode node, Set<ReadingStream> streams) {
        return reader.read(node, streams);
    }

    private static Reader statistic(Statistic statistic) {
        return (node, streams) -> StatisticBetween.read(statistic, node, streams);
    }
}
