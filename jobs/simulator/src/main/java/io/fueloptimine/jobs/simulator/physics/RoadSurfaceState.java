package io.fueloptimine.jobs.simulator.physics;

/**
 * The surface of a road segment in a snapshot.
 *
 * @param ruts share of the ruts that traffic can make, 0 to 1
 * @param wateredMs when it was last watered, ms since the epoch; {@link Long#MIN_VALUE} for never
 */
public record RoadSurfaceState(double ruts, long wateredMs) {}
