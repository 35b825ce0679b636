package io.fueloptimine.jobs.simulator.pit;

import java.time.Duration;
import java.time.Instant;

/**
 * Settings of a simulated pit.
 *
 * @param seed the seed of all random numbers
 * @param start simulated time of the first start (UTC), a whole second
 * @param sampling time between two telemetry messages of a machine, whole seconds; zero for no
 *     telemetry, which simulates several weeks in seconds
 */
public record PitSettings(long seed, Instant start, Duration sampling) {

    /** The default start time, when the day shift of a Monday begins. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T08:00:00Z");

    private static final Duration EVERY_SECOND = Duration.ofSeconds(1);

    /** Settings with telemetry every second, or without telemetry. */
    public PitSettings(long seed, Instant start, boolean telemetry) {
        this(seed, start, telemetry ? EVERY_SECOND : Duration.ZERO);
    }

    /** Settings with telemetry every second and the default start time. */
    public static PitSettings of(long seed) {
        return new PitSettings(seed, DEFAULT_START, EVERY_SECOND);
    }

    /** Whether machines publish telemetry. */
    public boolean telemetry() {
        return !sampling.isZero();
    }

    /** A copy of these settings without telemetry. */
    public PitSettings withoutTelemetry() {
        return withSampling(Duration.ZERO);
    }

    /** A copy with another time between two telemetry messages. */
    public PitSettings withSampling(Duration other) {
        return new PitSettings(seed, start, other);
    }
}
