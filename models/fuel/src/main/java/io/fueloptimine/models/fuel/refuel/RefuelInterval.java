package io.fueloptimine.models.fuel.refuel;

import java.time.Instant;

/**
 * The work of one truck from the end of one refuelling to the start of the next, and the litres
 * that the fuel bay dispensed at the end of the interval.
 *
 * @param truckId the truck
 * @param equipmentClass the class of the truck; null when unknown
 * @param from the end of the earlier refuelling (UTC)
 * @param to the start of the later refuelling (UTC)
 * @param cycles the number of cycles that ended in the interval
 * @param work the work in the interval; a cycle that is only partly in the interval counts by its
 *     share of time
 * @param dispensedL litres that the later refuelling dispensed; they equal the consumption if both
 *     refuellings filled the tank to the same level
 */
public record RefuelInterval(
        String truckId,
        String equipmentClass,
        Instant from,
        Instant to,
        int cycles,
        Work work,
        double dispensedL) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** The duration, h. */
    public double hours() {
        return WorkSpan.seconds(from, to) / SECONDS_PER_HOUR;
    }

    /** A copy of this interval with other work. */
    public RefuelInterval withWork(Work other) {
        return new RefuelInterval(truckId, equipmentClass, from, to, cycles, other, dispensedL);
    }
}
