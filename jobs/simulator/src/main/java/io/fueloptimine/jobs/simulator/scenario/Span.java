package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * When a fault acts, counted in mine time from the scenario's start.
 *
 * @param start offset of the first moment, 0 or more
 * @param length how long it lasts, more than 0
 */
public record Span(Duration start, Duration length) {

    /** Whether the fault acts at a moment; the first moment belongs to it, the last does not. */
    public boolean contains(Instant scenarioStart, Instant time) {
        return !time.isBefore(from(scenarioStart)) && time.isBefore(until(scenarioStart));
    }

    /** Its first moment. */
    public Instant from(Instant scenarioStart) {
        return scenarioStart.plus(start);
    }

    /** The first moment after it. */
    public Instant until(Instant scenarioStart) {
        return from(scenarioStart).plus(length);
    }
}
