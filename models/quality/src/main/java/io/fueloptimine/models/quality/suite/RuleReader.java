package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.quality.expectation.Expectation;
import io.fueloptimine.models.quality.expectation.ExpectationKind;
import io.fueloptimine.models.quality.expectation.NotStuck;
import io.fueloptimine.models.quality.expectation.ReadingField;
import io.fueloptimine.models.quality.expectation.SuiteNode;
import io.fueloptimine.models.quality.expectation.ValuesBetween;
import io.fueloptimine.models.quality.expectation.WindowExpectation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one rule of a suite file and checks it against the fields of its streams. */
public final class RuleReader {

    /** The keys that every rule may have, in addition to the keys of its expectation. */
    public static final Set<String> COMMON_KEYS =
            Set.of(
                    "name",
                    "stream",
                    "kinds",
                    "classes",
                    "machines",
                    "expectation",
                    "mostly",
                    "mostly_over",
                    "severity",
                    "action");

    private static final int DEFAULT_MOSTLY_OVER = 100;
    private static final int MAX_MOSTLY_OVER = 10_000;

    private RuleReader() {}

    /** Reads a rule. When the node has faults afterwards, the rule may be incomplete. */
    static Rule read(SuiteNode node) {
        Set<ReadingStream> streams = streams(node);
        Optional<ExpectationKind> kind = kind(node);
        Rule rule =
                new Rule(
                        name(node),
                        streams,
                        scope(node, streams),
                        kind.map(known -> known.read(node, streams)).orElse(null),
                        mostly(node),
                        node.whole("mostly_over", DEFAULT_MOSTLY_OVER, MAX_MOSTLY_OVER),
                        node.name("severity", Severity.class),
                        node.name("action", RuleAction.class));
        kind.ifPresent(known -> allowKeys(known, node));
        checkAction(rule, node);
        return rule;
    }

    private static String name(SuiteNode node) {
        String name = node.requiredName("name");
        if (Reading.REPLAYED.equals(name)) {
            // Readings would get it as a flag, and pass as replayed dead letters.
            node.fault("name: is '" + name + "', expected another name");
        }
        return name;
    }

    private static Optional<ExpectationKind> kind(SuiteNode node) {
        String name = node.requiredText("expectation");
        Optional<ExpectationKind> found = ExpectationKind.fromYamlName(String.valueOf(name));
        if (name != null && found.isEmpty()) {
            List<String> known =
                    Arrays.stream(ExpectationKind.values()).map(ExpectationKind::yamlName).toList();
            node.fault("expectation: unknown " + name + ", known are " + known);
        }
        return found;
    }

    private static void allowKeys(ExpectationKind kind, SuiteNode node) {
        Set<String> keys = new HashSet<>(COMMON_KEYS);
        keys.addAll(kind.keys());
        node.allowOnly(keys);
    }

    private static Set<ReadingStream> streams(SuiteNode node) {
        if (!node.has("stream")) {
            node.fault("stream: expected a stream or a list of streams");
        }
        return node.names("stream", ReadingStream.class);
    }

    private static RuleScope scope(SuiteNode node, Set<ReadingStream> streams) {
        for (ReadingStream stream : streams) {
            if (node.has("classes") && ReadingField.find(stream, "equipmentClass").isEmpty()) {
                node.fault("classes: stream " + stream.topicName() + " has no equipment class");
            }
        }
        List<String> machines = filter(node, "machines");
        for (String machine : machines) {
            if (machine.length() > MineName.MAX_LENGTH) {
                node.fault(
                        "machines: expected patterns of at most "
                                + MineName.MAX_LENGTH
                                + " characters, found "
                                + machine.length());
            }
        }
        return new RuleScope(
                node.names("kinds", EquipmentKind.class),
                new LinkedHashSet<>(filter(node, "classes")),
                machines);
    }

    private static List<String> filter(SuiteNode node, String key) {
        List<String> texts = node.has(key) ? node.texts(key) : List.of();
        if (node.has(key) && texts.isEmpty()) {
            node.fault(key + ": expected at least one name");
        }
        return texts;
    }

    private static double mostly(SuiteNode node) {
        Double mostly = node.number("mostly");
        if (mostly == null) {
            return 1;
        }
        if (mostly <= 0 || mostly > 1) {
            node.fault("mostly: expected a share above 0, at most 1, found " + mostly);
        }
        return mostly;
    }

    private static void checkAction(Rule rule, SuiteNode node) {
        Expectation expectation = rule.expectation();
        boolean detectedLater =
                expectation instanceof WindowExpectation || expectation instanceof NotStuck;
        if (detectedLater && rule.action() != null && rule.action() != RuleAction.FLAG) {
            node.fault("action: only flag is possible, because the readings have passed already");
        }
        if (expectation instanceof WindowExpectation && node.has("mostly")) {
            node.fault("mostly: not possible for window expectations");
        }
        if (rule.action() == RuleAction.CLAMP && expectation != null && !detectedLater) {
            checkClamp(rule, node);
        }
    }

    private static void checkClamp(Rule rule, SuiteNode node) {
        if (!(rule.expectation() instanceof ValuesBetween between)) {
            node.fault("action: only expect_column_values_to_be_between can clamp");
        } else if (!rule.streams().stream().allMatch(between::canClamp)) {
            node.fault("action: clamp requires a sensor's number and limits that are not strict");
        }
    }
}
