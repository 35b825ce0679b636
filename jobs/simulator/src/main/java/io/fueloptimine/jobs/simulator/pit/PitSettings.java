package io.fueloptimine.jobs.simulator.pit;

import java.time.Instant;

/**
 * Settings of a simulated pit.
 *
 * @param seed the seed of all random numbers
 * @param start simulated time of the first start (UTC), a whole second
 * @param telemetry whether machines publish telemetry every second; without telemetry, several
 *     weeks are simulated in seconds
 */
public record PitSettings(long seed, Instant start, boolean telemetry) {

    /** The default start time, when the day shift of a Monday begins. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T08:00:00Z");

    /** Settings with telemetry and the default start time. */
    public static PitSettings of(long seed) {
        return new PitSettings(seed, DEFAULT_START, true);
    }

    /** A copy of these settings without telemetry. */
    public PitSettings withoutTelemetry() {
        return new PitSettings(seed, start, false);
    }
}
