package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Validates readings that do not come from a stream, such as the history of a fleet management
 * system, by the rules that job ingest applies. Machine clocks are not compared. Rules keep state,
 * so the readings must be passed in order of time. Not thread-safe.
 */
public final class HistoryValidation {

    private final SuiteChecks checks;
    private final Map<String, MachineRuleState> states = new HashMap<>();

    public HistoryValidation(ValidationSuite suite) {
        checks = new SuiteChecks(suite);
    }

    /** The violation for which the reading is rejected; empty when the reading is not rejected. */
    public Optional<RuleViolation> violation(Reading reading) {
        MachineRuleState state =
                states.computeIfAbsent(keyOf(reading), unused -> new MachineRuleState());
        return checks.validate(reading, 0, state).rejection();
    }

    /** The name of the rule that rejects the reading; empty when the reading is not rejected. */
    public Optional<String> rejectedBy(Reading reading) {
        return violation(reading).map(violation -> violation.rule().name());
    }

    private static String keyOf(Reading reading) {
        return reading.machineKey() + "/" + reading.stream().topicName();
    }
}
