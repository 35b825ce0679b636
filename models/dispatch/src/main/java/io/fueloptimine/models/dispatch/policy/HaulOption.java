package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Truck;

/**
 * One way to serve the next haul of a truck: drive empty to a loading unit, wait, be loaded, and
 * haul to a dump. For a truck that is being loaded only the haul is left; the other parts are 0.
 *
 * @param truck the truck
 * @param unit the loading unit
 * @param dump the dump
 * @param sameMaterial whether the material is that of the truck's pair
 * @param planned whether the dig plan allows the dump for the face and tonnes of it are left
 * @param trucksAhead other trucks that wait at the loading unit or drive to it
 * @param empty the trip to the loading unit
 * @param waitS expected time of waiting at the loading unit, s
 * @param loadS expected time of spotting and loading, s
 * @param haul the trip to the dump
 * @param idleLph fuel rate of the standing truck, L/h
 */
public record HaulOption(
        Truck truck,
        LoadingUnit unit,
        DumpPoint dump,
        boolean sameMaterial,
        boolean planned,
        int trucksAhead,
        Way empty,
        double waitS,
        double loadS,
        Way haul,
        double idleLph) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /**
     * A trip.
     *
     * @param metres length, m
     * @param seconds travel time, s
     * @param litres fuel, L
     */
    public record Way(double metres, double seconds, double litres) {

        /** No trip. */
        public static final Way NONE = new Way(0, 0, 0);
    }

    boolean ownUnit() {
        return unit.id().equals(truck.pairedLoadingUnitId());
    }

    boolean ownDump() {
        return dump.locationId().equals(truck.pairedDumpId());
    }

    /** Time until the truck is loaded: travel, waiting, spotting and loading, s. */
    double loadedInS() {
        return empty.seconds() + waitS + loadS;
    }

    /** Fuel until the truck reaches the dump, L. */
    double litres() {
        return empty.litres() + (waitS + loadS) / SECONDS_PER_HOUR * idleLph + haul.litres();
    }
}
