package io.fueloptimine.models.quality.expectation;

import java.io.Serializable;

/**
 * A range of numbers; a limit that is null means no limit.
 *
 * @param min smallest value; null for none
 * @param max largest value; null for none
 * @param strictMin whether {@code min} itself is excluded
 * @param strictMax whether {@code max} itself is excluded
 */
public record Range(Double min, Double max, boolean strictMin, boolean strictMax)
        implements Serializable {

    static Range read(SuiteNode node) {
        Range range =
                new Range(
                        node.number("min_value"),
                        node.number("max_value"),
                        node.flag("strict_min"),
                        node.flag("strict_max"));
        if (!node.has("min_value") && !node.has("max_value")) {
            node.fault("expected min_value, max_value or both");
        } else if (range.min != null && range.max != null && range.min > range.max) {
            node.fault("min_value is greater than max_value");
        }
        return range;
    }

    /** Whether a value is in the range; NaN is never in the range. */
    public boolean contains(double value) {
        boolean aboveMin = min == null || (strictMin ? value > min : value >= min);
        boolean belowMax = max == null || (strictMax ? value < max : value <= max);
        return aboveMin && belowMax && !Double.isNaN(value);
    }

    /** The limit nearest to a value that is outside of the range. */
    double nearest(double value) {
        return min != null && value < min ? min : max;
    }

    /** Describes the range as text, such as {@code at least 0, at most 80}. */
    public String describe() {
        if (min == null) {
            return (strictMax ? "less than " : "at most ") + ValueText.plain(max);
        }
        String from = (strictMin ? "more than " : "at least ") + ValueText.plain(min);
        return max == null
                ? from
                : from + (strictMax ? ", less than " : ", at most ") + ValueText.plain(max);
    }
}
