package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** A rule made ready to look at the readings of one stream. */
final class RuleCheck {

    /** What a reading shows that breaks the rule, as text; null when it keeps it. */
    @FunctionalInterface
    private interface Test {
        String breach(Reading reading, double clockAheadS);
    }

    /** What stands in a quality record where a value is absent. */
    private static final String ABSENT = "null";

    private final Rule rule;
    private final String expected;
    private final Test test;

    private RuleCheck(Rule rule, Test test) {
        this.rule = rule;
        this.expected = rule.expected();
        this.test = test;
    }

    /** The check of a rule whose columns the stream is known to have. */
    static RuleCheck of(Rule rule, ReadingStream stream) {
        return new RuleCheck(rule, testOf(rule, stream));
    }

    Rule rule() {
        return rule;
    }

    String expected() {
        return expected;
    }

    /**
     * What breaks the rule, as text; null when nothing does.
     *
     * @param clockAheadS how far the reading is ahead of its site's clock, s
     */
    String breach(Reading reading, double clockAheadS) {
        return rule.kinds().contains(reading.kind()) ? test.breach(reading, clockAheadS) : null;
    }

    private static Test testOf(Rule rule, ReadingStream stream) {
        return switch (rule.expectation()) {
            case BETWEEN -> values(rule, stream, v -> within(rule, ((Number) v).doubleValue()));
            case LENGTH_BETWEEN -> values(rule, stream, v -> within(rule, v.toString().length()));
            case IN_SET -> values(rule, stream, v -> rule.values().contains(asText(v)));
            case NOT_IN_SET -> values(rule, stream, v -> !rule.values().contains(asText(v)));
            case NOT_NULL -> notNull(column(stream, rule.column()));
            case A_GREATER_THAN_B -> pair(rule, stream);
            case PAIR_SECONDS_BETWEEN -> seconds(rule, stream);
            case CLOCK_NOT_AHEAD ->
                    (reading, aheadS) ->
                            aheadS > rule.max() ? Rule.plain(aheadS) + " s ahead" : null;
        };
    }

    private static Test values(Rule rule, ReadingStream stream, Predicate<Object> keeps) {
        ReadingField field = column(stream, rule.column());
        return (reading, aheadS) -> {
            Object value = field.valueIn(reading);
            return value == null || keeps.test(value) ? null : asText(value);
        };
    }

    private static Test notNull(ReadingField field) {
        return (reading, aheadS) -> field.valueIn(reading) == null ? ABSENT : null;
    }

    private static Test pair(Rule rule, ReadingStream stream) {
        ReadingField a = column(stream, rule.column());
        ReadingField b = column(stream, rule.columnB());
        return (reading, aheadS) -> {
            Object valueA = a.valueIn(reading);
            Object valueB = b.valueIn(reading);
            if (valueA == null || valueB == null) {
                return null;
            }
            int order = compare(valueA, valueB);
            return order > 0 || rule.orEqual() && order == 0 ? null : valueA + ", " + valueB;
        };
    }

    private static Test seconds(Rule rule, ReadingStream stream) {
        ReadingField from = column(stream, rule.column());
        ReadingField to = column(stream, rule.columnB());
        return (reading, aheadS) -> {
            Instant start = (Instant) from.valueIn(reading);
            Instant end = (Instant) to.valueIn(reading);
            if (start == null || end == null) {
                return null;
            }
            double seconds = Duration.between(start, end).toMillis() / 1_000.0;
            return within(rule, seconds) ? null : Rule.plain(seconds) + " s";
        };
    }

    private static int compare(Object a, Object b) {
        return a instanceof Instant time
                ? time.compareTo((Instant) b)
                : Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
    }

    private static boolean within(Rule rule, double value) {
        boolean aboveMin =
                rule.min() == null || (rule.strictMin() ? value > rule.min() : value >= rule.min());
        boolean belowMax =
                rule.max() == null || (rule.strictMax() ? value < rule.max() : value <= rule.max());
        return aboveMin && belowMax;
    }

    private static String asText(Object value) {
        if (value instanceof ProductionState state) {
            return state.wireName();
        }
        return value instanceof Double number ? Rule.plain(number) : value.toString();
    }

    private static ReadingField column(ReadingStream stream, String name) {
        return ReadingField.find(stream, name)
                .orElseThrow(() -> new IllegalStateException(stream + " has no field " + name));
    }
}
