package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * The period in which a fault is active, in simulated time.
 *
 * @param start time from the beginning of the scenario to the beginning of the fault, 0 or more
 * @param length duration of the fault, more than 0
 */
public record Span(Duration start, Duration length) {

    /** Whether the fault is active at a simulated time. The end of the period is exclusive. */
    public boolean contains(Instant scenarioStart, Instant time) {
        return !time.isBefore(from(scenarioStart)) && time.isBefore(until(scenarioStart));
    }

    /** The simulated time at which the fault begins, inclusive. */
    public Instant from(Instant scenarioStart) {
        return scenarioStart.plus(start);
    }

    /** The simulated time at which the fault ends, exclusive. */
    public Instant until(Instant scenarioStart) {
        return from(scenarioStart).plus(length);
    }
}
