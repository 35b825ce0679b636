package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Validates readings outside of a stream, such as a fleet management system's history, as job
 * ingest would. Clocks are not compared. Rules keep state, so readings must be given in order of
 * time. Not thread-safe.
 */
public final class HistoryValidation {

    private final SuiteChecks checks;
    private final Map<String, MachineRuleState> states = new HashMap<>();

    public HistoryValidation(ValidationSuite suite) {
        checks = new SuiteChecks(suite);
    }

    /** The violation for which the reading is rejected; empty when it is not. */
    public Optional<RuleViolation> violation(Reading reading) {
        MachineRuleState state =
                states.computeIfAbsent(keyOf(reading), unused -> new MachineRuleState());
        return checks.validate(reading, 0, state).rejection();
    }

    /** The name of the rule that rejects the reading; empty when none does. */
    public Optional<String> rejectedBy(Reading reading) {
        return violation(reading).map(violation -> violation.rule().name());
    }

    private static String keyOf(Reading reading) {
        return reading.machineKey() + "/" + reading.stream().topicName();
    }
}
