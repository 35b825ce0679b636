package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * When a fault is active, in mine time from the start of the scenario.
 *
 * @param start offset of the beginning, 0 or more
 * @param length duration, more than 0
 */
public record Span(Duration start, Duration length) {

    /** Whether the fault is active at that time; its end is exclusive. */
    public boolean contains(Instant scenarioStart, Instant time) {
        return !time.isBefore(from(scenarioStart)) && time.isBefore(until(scenarioStart));
    }

    /** The beginning, inclusive. */
    public Instant from(Instant scenarioStart) {
        return scenarioStart.plus(start);
    }

    /** The end, exclusive. */
    public Instant until(Instant scenarioStart) {
        return from(scenarioStart).plus(length);
    }
}
