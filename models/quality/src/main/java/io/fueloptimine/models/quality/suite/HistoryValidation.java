package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A suite held against readings outside of a stream, such as a fleet system's history: what ingest
 * would have rejected is told. Nobody's clock is compared, and nothing is clamped. It remembers
 * what rules remember, so give it readings in the order of time. Not thread-safe.
 */
public final class HistoryValidation {

    private final SuiteChecks checks;
    private final Map<String, MachineMemory> memories = new HashMap<>();

    public HistoryValidation(ValidationSuite suite) {
        checks = new SuiteChecks(suite);
    }

    /** The name of the first rejecting rule that the reading breaks; empty when it passes. */
    public Optional<String> rejectedBy(Reading reading) {
        MachineMemory memory =
                memories.computeIfAbsent(keyOf(reading), unused -> new MachineMemory());
        for (RuleCheck check : checks.of(reading.stream())) {
            RuleCheck.Breach breach = check.breach(reading, 0, memory);
            boolean counts = breach != null && !breach.tolerated();
            if (counts && check.rule().action() == RuleAction.REJECT) {
                return Optional.of(check.rule().name());
            }
        }
        return Optional.empty();
    }

    private static String keyOf(Reading reading) {
        return reading.machineKey() + "/" + reading.stream().topicName();
    }
}
