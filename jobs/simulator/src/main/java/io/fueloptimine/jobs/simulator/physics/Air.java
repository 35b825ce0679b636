package io.fueloptimine.jobs.simulator.physics;

/**
 * The air that an engine breathes.
 *
 * @param temperatureC ambient temperature, degrees C
 * @param elevationM elevation above sea level, m
 */
public record Air(double temperatureC, double elevationM) {}
