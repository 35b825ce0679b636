package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.expectation.ReadingCheck;
import io.fueloptimine.models.quality.expectation.ReadingExpectation;
import io.fueloptimine.models.quality.expectation.RuleState;

/** Checks the readings of one stream against one rule. */
final class RuleCheck {

    private final Rule rule;
    private final String expected;
    private final ReadingCheck check;
    private final String stateKey;
    private final boolean isStateful;

    RuleCheck(Rule rule, ReadingExpectation expectation, ReadingStream stream) {
        this.rule = rule;
        this.expected = expectation.expected();
        this.check = expectation.check(stream);
        this.stateKey = rule.stateKey();
        this.isStateful = expectation.isStateful() || rule.mostly() < 1;
    }

    Rule rule() {
        return rule;
    }

    /** Creates a violation of the rule. */
    RuleViolation describe(String observed) {
        return new RuleViolation(rule, observed, expected);
    }

    /** Whether the check needs state. */
    boolean isStateful() {
        return isStateful;
    }

    String stateKey() {
        return stateKey;
    }

    /**
     * Checks a reading; returns null when the reading satisfies the rule.
     *
     * @param clockAheadS how far the reading's time is ahead of its site's clock, s
     * @param machine the machine's rule state; may be null when {@link #isStateful} is false
     */
    Finding check(Reading reading, double clockAheadS, MachineRuleState machine) {
        if (!rule.scope().covers(reading)) {
            return null;
        }
        if (isStateful) {
            return checkWithState(reading, clockAheadS, machine.of(stateKey));
        }
        String observed = check.violation(reading, clockAheadS, null);
        return observed == null ? null : new Finding(observed, false);
    }

    private Finding checkWithState(Reading reading, double clockAheadS, RuleState state) {
        String observed = check.violation(reading, clockAheadS, state);
        boolean tolerated = false;
        if (rule.mostly() < 1 && check.appliesTo(reading)) {
            tolerated = state.verdicts().add(observed == null, rule.mostlyOver(), rule.mostly());
        }
        return observed == null ? null : new Finding(observed, tolerated);
    }

    /**
     * A violation of the rule.
     *
     * @param observed what the reading shows, as text
     * @param tolerated whether enough of the machine's latest readings satisfy the rule
     */
    record Finding(String observed, boolean tolerated) {}
}
