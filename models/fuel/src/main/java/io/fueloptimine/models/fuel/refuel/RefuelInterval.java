package io.fueloptimine.models.fuel.refuel;

import java.time.Instant;

/**
 * The work of one truck from the end of one refuelling to the start of the next, and the litres
 * dispensed by the fuel bay at its end.
 *
 * @param truckId the truck
 * @param equipmentClass its class; null when unknown
 * @param from the end of the previous refuelling (UTC)
 * @param to the start of the refuelling (UTC)
 * @param cycles the number of cycles that ended in between
 * @param work the work in between; cycles across an end count by their share of time
 * @param dispensedL litres dispensed at the end; equal to the consumption if the tank was filled to
 *     the same level both times
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

    /** The same interval with other work. */
    public RefuelInterval withWork(Work other) {
        return new RefuelInterval(truckId, equipmentClass, from, to, cycles, other, dispensedL);
    }
}
