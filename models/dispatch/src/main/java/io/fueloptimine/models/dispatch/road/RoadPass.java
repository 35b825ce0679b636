package io.fueloptimine.models.dispatch.road;

import java.io.Serializable;

/**
 * What a truck burnt on one road segment, and the work of driving it at the published rolling
 * resistance.
 *
 * @param site the mine
 * @param segmentId the road segment
 * @param truckId the truck
 * @param operatorId the operator; empty when unknown
 * @param className the class of the truck
 * @param loaded whether the truck was loaded
 * @param fromLocationId the location at which the truck entered the segment
 * @param endMs time at which the truck reached the end of the segment, ms since the epoch
 * @param litres diesel burnt, L
 * @param hours time on the segment, h
 * @param workKwh energy at the wheels at the published rolling resistance, kWh: grade, rolling and
 *     acceleration, without what is braked away
 * @param slipKwh energy that a slip speed of 1 m/s between engine and wheels would lose, kWh
 * @param pointKwh energy at the wheels that one more point of rolling resistance (1 % of the
 *     weight) would need, kWh
 * @param pointSlipKwh energy that a slip of 1 m/s would lose to one more point, kWh
 */
public record RoadPass(
        String site,
        String segmentId,
        String truckId,
        String operatorId,
        String className,
        boolean loaded,
        String fromLocationId,
        long endMs,
        double litres,
        double hours,
        double workKwh,
        double slipKwh,
        double pointKwh,
        double pointSlipKwh)
        implements Serializable {}
