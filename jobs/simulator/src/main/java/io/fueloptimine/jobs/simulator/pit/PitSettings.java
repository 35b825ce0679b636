package io.fueloptimine.jobs.simulator.pit;

import java.time.Instant;

/**
 * Settings of a simulated pit.
 *
 * @param seed determines every random number
 * @param start mine time of the first start (UTC), a whole second
 * @param telemetry whether machines report every second; without telemetry a run of weeks takes
 *     seconds
 */
public record PitSettings(long seed, Instant start, boolean telemetry) {

    /** The default start: a Monday's day shift. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T08:00:00Z");

    /** Settings with telemetry and the default start. */
    public static PitSettings of(long seed) {
        return new PitSettings(seed, DEFAULT_START, true);
    }

    /** A copy without telemetry. */
    public PitSettings withoutTelemetry() {
        return new PitSettings(seed, start, false);
    }
}
