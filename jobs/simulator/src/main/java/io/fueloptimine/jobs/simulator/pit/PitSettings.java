package io.fueloptimine.jobs.simulator.pit;

import java.time.Instant;

/**
 * How a pit runs.
 *
 * @param seed everything that is drawn follows from it
 * @param start mine time at which it begins (UTC), on a whole second
 * @param telemetry whether machines report every second; without, long runs take seconds
 */
public record PitSettings(long seed, Instant start, boolean telemetry) {

    /** When the simulated mine begins: a Monday's day shift. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T08:00:00Z");

    /** With telemetry, from the default start. */
    public static PitSettings of(long seed) {
        return new PitSettings(seed, DEFAULT_START, true);
    }

    /** The same without telemetry. */
    public PitSettings withoutTelemetry() {
        return new PitSettings(seed, start, false);
    }
}
