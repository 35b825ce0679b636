package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Severity;
import java.io.Serializable;
import java.util.Set;

/**
 * One declared rule. As in Great Expectations an absent value breaks only {@link
 * Expectation#NOT_NULL}.
 *
 * @param name what the control room sees, unique in its suite
 * @param streams the streams it holds for; never empty
 * @param kinds the kinds of machine it holds for; never empty
 * @param expectation what it expects
 * @param column the field it looks at; null for the clock's rule
 * @param columnB the second field of a pair, else null
 * @param min smallest value, length; null for none
 * @param max largest value, length, or seconds ahead; null for none
 * @param strictMin whether {@code min} itself breaks the rule
 * @param strictMax whether {@code max} itself breaks the rule
 * @param orEqual whether a pair's equal values keep the rule
 * @param values the set of allowed or forbidden values, as text
 * @param severity how bad a breach is
 * @param action what becomes of the reading
 */
public record Rule(
        String name,
        Set<ReadingStream> streams,
        Set<EquipmentKind> kinds,
        Expectation expectation,
        String column,
        String columnB,
        Double min,
        Double max,
        boolean strictMin,
        boolean strictMax,
        boolean orEqual,
        Set<String> values,
        Severity severity,
        RuleAction action)
        implements Serializable {

    /** What the rule wants, in words. */
    public String expected() {
        return switch (expectation) {
            case BETWEEN -> range();
            case NOT_NULL -> "a value";
            case IN_SET -> "one of " + values;
            case NOT_IN_SET -> "none of " + values;
            case LENGTH_BETWEEN -> range() + " characters";
            case A_GREATER_THAN_B -> "more than " + (orEqual ? "or equal to " : "") + columnB;
            case PAIR_SECONDS_BETWEEN -> range() + " s until " + columnB;
            case CLOCK_NOT_AHEAD -> "at most " + plain(max) + " s ahead of the site's clock";
        };
    }

    private String range() {
        if (min == null) {
            return (strictMax ? "less than " : "at most ") + plain(max);
        }
        String from = (strictMin ? "more than " : "at least ") + plain(min);
        return max == null ? from : from + (strictMax ? ", less than " : ", at most ") + plain(max);
    }

    /** A number as people write it: whole numbers without a fraction. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
