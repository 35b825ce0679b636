package io.fueloptimine.models.fuel.refuel;

import java.time.Instant;

/**
 * What one truck did from the end of one refuelling to the start of the next, and the litres that
 * the bay's meter then counted.
 *
 * @param truckId the truck
 * @param equipmentClass its class; null when unknown
 * @param from when pumping ended last time (UTC)
 * @param to when pumping began (UTC)
 * @param cycles cycles whose body was emptied in between
 * @param work what was done in between; cycles that straddle an end count by their share in time
 * @param dispensedL litres dispensed at the end: what was burnt, if the tank was filled to the same
 *     level both times
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

    /** How long it took, h. */
    public double hours() {
        return WorkSpan.seconds(from, to) / SECONDS_PER_HOUR;
    }

    /** The same interval with other work. */
    public RefuelInterval withWork(Work other) {
        return new RefuelInterval(truckId, equipmentClass, from, to, cycles, other, dispensedL);
    }
}
