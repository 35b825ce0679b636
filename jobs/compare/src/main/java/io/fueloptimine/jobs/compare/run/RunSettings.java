package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;

/**
 * What all runs of a comparison have in common.
 *
 * @param mine the mine, with its dig plan
 * @param span simulated time of a run
 * @param latency time from a truck's reading until the order for it arrives
 * @param planLatency time from the fleet's situation until the plan made of it is in force
 */
public record RunSettings(MineSite mine, Duration span, Duration latency, Duration planLatency) {

    private static final Duration SHIFT = Duration.ofHours(12);

    /** Runs of a number of shifts, with the latencies of the streaming jobs. */
    public static RunSettings ofShifts(MineSite mine, int shifts) {
        return new RunSettings(
                mine, SHIFT.multipliedBy(shifts), Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    /** A copy with other latencies. */
    public RunSettings withLatencies(Duration order, Duration plan) {
        return new RunSettings(mine, span, order, plan);
    }
}
