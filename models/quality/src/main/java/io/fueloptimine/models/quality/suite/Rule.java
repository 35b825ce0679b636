package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.expectation.Expectation;
import java.io.Serializable;
import java.util.Set;

/**
 * One rule of a suite.
 *
 * @param name the rule's name in quality records, unique in its suite
 * @param streams the streams to which the rule applies; never empty
 * @param scope the machines to which the rule applies
 * @param expectation the condition that the rule checks
 * @param mostly the share of a machine's readings that must satisfy the rule, above 0, at most 1
 * @param mostlyOver the number of latest readings that the share refers to
 * @param severity the severity of a violation
 * @param action what happens to a reading that violates the rule
 */
public record Rule(
        String name,
        Set<ReadingStream> streams,
        RuleScope scope,
        Expectation expectation,
        double mostly,
        int mostlyOver,
        Severity severity,
        RuleAction action)
        implements Serializable {

    /** Whether the rule applies to the stream and the machine of a reading. */
    public boolean appliesTo(Reading reading) {
        return streams.contains(reading.stream()) && scope.covers(reading);
    }

    /**
     * The key of the rule's state. A changed name, expectation or share begins with new state; a
     * changed scope, severity or action continues with the old state.
     */
    public String stateKey() {
        String definition = expectation + "/" + mostly + "/" + mostlyOver;
        return name + "#" + Integer.toHexString(definition.hashCode());
    }
}
