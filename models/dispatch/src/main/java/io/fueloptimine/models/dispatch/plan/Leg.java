package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * A route of one group of trucks between a loading unit and a dump, with its cost.
 *
 * @param group the trucks
 * @param unit the loading unit
 * @param dump the dump or crusher
 * @param loaded true from the loading unit to the dump, false for the way back
 * @param litres fuel burnt while travelling, L per trip
 * @param travelHours travel time, h per trip
 * @param truckHours travel time, plus the trip's share of refuelling and, on a loaded leg,
 *     queueing, spotting, loading and dumping, h per trip
 * @param refuelHours the trip's share of refuelling, h per trip
 */
record Leg(
        TruckGroup group,
        LoadingUnit unit,
        DumpPoint dump,
        boolean loaded,
        double litres,
        double travelHours,
        double truckHours,
        double refuelHours) {

    TruckClass truckClass() {
        return group.truckClass();
    }

    String from() {
        return loaded ? unit.faceId() : dump.locationId();
    }

    String to() {
        return loaded ? dump.locationId() : unit.faceId();
    }

    /** Tonnes per trip; 0 on an empty leg. */
    double tonnes() {
        return loaded ? truckClass().payloadT() : 0;
    }

    /** Litres per trip above the burn at idle in the same time. */
    double litresOverIdle() {
        return litres - group.idleLph() * travelHours;
    }

    String name() {
        return group.name() + "|" + unit.id() + "|" + dump.locationId() + "|" + loaded;
    }
}
