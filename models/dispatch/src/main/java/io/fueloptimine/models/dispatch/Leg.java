package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.TruckClass;

/**
 * One way that trucks of one class may go between a loading unit and a dump, with its cost.
 *
 * @param truckClass the trucks' class
 * @param unit the loading unit
 * @param dump the dump or crusher
 * @param loaded from the unit to the dump, else back
 * @param litres burn while travelling, L per trip
 * @param travelHours time travelling, h per trip
 * @param truckHours time travelling, and for a loaded leg queueing, spotting, loading and dumping,
 *     with the trip's share of a refuelling, h per trip
 */
record Leg(
        TruckClass truckClass,
        LoadingUnit unit,
        DumpPoint dump,
        boolean loaded,
        double litres,
        double travelHours,
        double truckHours) {

    String from() {
        return loaded ? unit.faceId() : dump.locationId();
    }

    String to() {
        return loaded ? dump.locationId() : unit.faceId();
    }

    /** Tonnes per trip; 0 on an empty leg. */
    double tonnes() {
        return loaded ? truckClass.payloadT() : 0;
    }

    /** Litres per trip over what the truck would idle in the same time. */
    double litresOverIdle() {
        return litres - truckClass.idleLph() * travelHours;
    }

    String name() {
        return truckClass.name() + "|" + unit.id() + "|" + dump.locationId() + "|" + loaded;
    }
}
