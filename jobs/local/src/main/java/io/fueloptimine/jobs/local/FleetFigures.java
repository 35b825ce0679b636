package io.fueloptimine.jobs.local;

import java.util.Map;

/**
 * A mine's figures as the SQL views tell them.
 *
 * @param cycles haul cycles in {@code haul_cycle}
 * @param trucks trucks that hauled
 * @param tonnes tonnes hauled, t
 * @param days the span from the first truck assigned to the last body empty, days of 24 h
 * @param tonnesPerDay tonnes per day of the span
 * @param refuelledTrucks trucks whose refuellings are known
 * @param litres litres dispensed to them, L
 * @param litresPerTonne litres per tonne that those trucks hauled
 * @param timeShares shares of all trucks' calendar time, by what they did, in the view's order
 */
public record FleetFigures(
        long cycles,
        long trucks,
        double tonnes,
        double days,
        double tonnesPerDay,
        long refuelledTrucks,
        double litres,
        double litresPerTonne,
        Map<String, Double> timeShares) {}
