package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.quality.expectation.Expectation;
import java.io.Serializable;
import java.util.Set;

/**
 * One declared rule.
 *
 * @param name what the control room sees, unique in its suite
 * @param streams the streams it holds for; never empty
 * @param scope the machines it holds for
 * @param expectation what it expects
 * @param mostly the share of a machine's readings that must keep it, above 0, at most 1
 * @param mostlyOver of how many readings that is the share
 * @param severity how bad a breach is
 * @param action what becomes of the reading
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

    /** Whether the rule speaks of the stream and the machine of a reading. */
    public boolean holdsFor(Reading reading) {
        return streams.contains(reading.stream()) && scope.covers(reading);
    }

    /**
     * What its memory is kept under: another name, expectation or share begins with a new one,
     * other limits of scope, severity or action go on with the old.
     */
    public String memoryKey() {
        String definition = expectation + "/" + mostly + "/" + mostlyOver;
        return name + "#" + Integer.toHexString(definition.hashCode());
    }
}
