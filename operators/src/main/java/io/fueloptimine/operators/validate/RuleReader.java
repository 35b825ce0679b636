package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads one rule of a suite file and checks it against the fields that its streams have. */
final class RuleReader {

    private static final Set<String> COMMON_KEYS =
            Set.of("name", "stream", "kinds", "expectation", "severity", "action");
    private static final Set<String> RANGE_KEYS =
            Set.of("min_value", "max_value", "strict_min", "strict_max");

    private RuleReader() {}

    /** The rule; with faults noted in the node it may be incomplete. */
    static Rule read(RuleNode node) {
        Expectation expectation = expectation(node);
        Rule rule =
                new Rule(
                        node.requiredText("name"),
                        streams(node),
                        node.names("kinds", EquipmentKind.class),
                        expectation,
                        column(node, expectation),
                        pairSecond(node, expectation),
                        node.number("min_value"),
                        node.number(
                                expectation == Expectation.CLOCK_NOT_AHEAD
                                        ? "max_ahead_s"
                                        : "max_value"),
                        node.flag("strict_min"),
                        node.flag("strict_max"),
                        node.flag("or_equal"),
                        new LinkedHashSet<>(node.texts("value_set")),
                        node.name("severity", Severity.class),
                        node.name("action", RuleAction.class));
        if (expectation != null) {
            checkKeys(rule, node);
            checkColumns(rule, node);
        }
        return rule;
    }

    private static Expectation expectation(RuleNode node) {
        String name = node.requiredText("expectation");
        Optional<Expectation> found = Expectation.fromYamlName(String.valueOf(name));
        if (name != null && found.isEmpty()) {
            node.fault(
                    "expectation: unknown "
                            + name
                            + ", known are "
                            + Arrays.stream(Expectation.values())
                                    .map(Expectation::yamlName)
                                    .toList());
        }
        return found.orElse(null);
    }

    private static Set<ReadingStream> streams(RuleNode node) {
        if (!node.has("stream")) {
            node.fault("stream: expected a stream or a list of streams");
        }
        return node.names("stream", ReadingStream.class);
    }

    private static String column(RuleNode node, Expectation expectation) {
        if (expectation == null || expectation == Expectation.CLOCK_NOT_AHEAD) {
            return null;
        }
        return node.requiredText(isPair(expectation) ? "column_A" : "column");
    }

    private static boolean isPair(Expectation expectation) {
        return expectation == Expectation.A_GREATER_THAN_B
                || expectation == Expectation.PAIR_SECONDS_BETWEEN;
    }

    private static String pairSecond(RuleNode node, Expectation expectation) {
        return isPair(expectation) ? node.requiredText("column_B") : null;
    }

    private static void checkKeys(Rule rule, RuleNode node) {
        Set<String> keys = new HashSet<>(COMMON_KEYS);
        switch (rule.expectation()) {
            case BETWEEN, LENGTH_BETWEEN -> {
                keys.addAll(RANGE_KEYS);
                keys.add("column");
                checkRange(rule, node);
            }
            case PAIR_SECONDS_BETWEEN -> {
                keys.addAll(RANGE_KEYS);
                keys.addAll(Set.of("column_A", "column_B"));
                checkRange(rule, node);
            }
            case IN_SET, NOT_IN_SET -> {
                keys.addAll(Set.of("column", "value_set"));
                if (rule.values().isEmpty()) {
                    node.fault("value_set: expected a list of values");
                }
            }
            case NOT_NULL -> keys.add("column");
            case A_GREATER_THAN_B -> keys.addAll(Set.of("column_A", "column_B", "or_equal"));
            case CLOCK_NOT_AHEAD -> {
                keys.add("max_ahead_s");
                if (rule.max() == null || rule.max() <= 0) {
                    node.fault("max_ahead_s: expected seconds above 0");
                }
            }
        }
        node.allowOnly(keys);
    }

    private static void checkRange(Rule rule, RuleNode node) {
        if (rule.min() == null && rule.max() == null) {
            node.fault("expected min_value, max_value or both");
        } else if (rule.min() != null && rule.max() != null && rule.min() > rule.max()) {
            node.fault("min_value is greater than max_value");
        }
    }

    private static void checkColumns(Rule rule, RuleNode node) {
        for (ReadingStream stream : rule.streams()) {
            Optional<ReadingField> a = field(rule.column(), stream, node);
            Optional<ReadingField> b = field(rule.columnB(), stream, node);
            if (rule.expectation() == Expectation.BETWEEN && a.isPresent() && !a.get().isNumber()) {
                node.fault(rule.column() + " is no number");
            }
            if (a.isPresent() && b.isPresent() && !comparable(rule, a.get(), b.get())) {
                node.fault(rule.column() + " and " + rule.columnB() + " cannot be compared");
            }
        }
    }

    private static boolean comparable(Rule rule, ReadingField a, ReadingField b) {
        boolean times = a.type() == Instant.class && b.type() == Instant.class;
        boolean numbersWillDo = rule.expectation() == Expectation.A_GREATER_THAN_B;
        return times || numbersWillDo && a.isNumber() && b.isNumber();
    }

    private static Optional<ReadingField> field(String name, ReadingStream stream, RuleNode node) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<ReadingField> field = ReadingField.find(stream, name);
        if (field.isEmpty()) {
            node.fault("stream " + stream.topicName() + " has no field " + name);
        }
        return field;
    }
}
