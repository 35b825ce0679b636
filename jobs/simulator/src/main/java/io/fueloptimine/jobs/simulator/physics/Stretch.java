package io.fueloptimine.jobs.simulator.physics;

/**
 * A stretch of road in the direction of travel.
 *
 * @param lengthM length, m, above 0
 * @param gradePct signed grade, %
 * @param rollingResistancePct true rolling resistance, % of weight
 */
public record Stretch(double lengthM, double gradePct, double rollingResistancePct) {}
