package io.fueloptimine.models.mine;

import java.time.Instant;
import java.util.List;

/**
 * One load-haul-dump-return cycle of one truck: from its assignment to a loading unit until the
 * body is empty again.
 *
 * @param cycleId deterministic: site, truck and the time the body was empty
 * @param site the mine
 * @param truckId the truck
 * @param equipmentClass its class; null when unknown
 * @param operatorId who drove; null when unknown
 * @param loadingUnitId who loaded; null when unknown
 * @param loadLocationId where it was loaded
 * @param dumpLocationId where it dumped
 * @param assignedAt when it set out empty (UTC)
 * @param loadArrivedAt when it arrived at the loading unit
 * @param fullAt when loading ended
 * @param dumpArrivedAt when it arrived at the dump
 * @param emptyAt when the body was empty: the cycle's event time
 * @param payloadT tonnes hauled
 * @param loadingScaleT the scale's own reading when loading ended, t; null when unknown
 * @param scaleT what the loading unit's or truck's scale read, t; null when there is no separate
 *     reading
 * @param emptyTravelS travelling empty, s
 * @param loadQueueS queueing at the loading unit, s
 * @param spotS spotting, s
 * @param loadingS being loaded, s
 * @param fullTravelS travelling loaded, s
 * @param dumpQueueS queueing at the dump, s
 * @param dumpingS dumping, s
 * @param hangS how long the loading unit had waited for this truck, s
 * @param emptyDistanceM distance driven empty, m
 * @param fullDistanceM distance driven loaded, m
 * @param efhEmptyM effective flat haul empty, m; null when unknown
 * @param efhFullM effective flat haul loaded, m; null when unknown
 * @param liftM metres climbed with the load, net and signed; null when unknown
 * @param fuelL litres burnt, by the truck's own counter; null when it has none
 * @param source {@code telemetry} when derived here, {@code fms} when read from a fleet system
 * @param flags names of the rules that flagged it; empty, never null
 */
public record HaulCycle(
        String cycleId,
        String site,
        String truckId,
        String equipmentClass,
        String operatorId,
        String loadingUnitId,
        String loadLocationId,
        String dumpLocationId,
        Instant assignedAt,
        Instant loadArrivedAt,
        Instant fullAt,
        Instant dumpArrivedAt,
        Instant emptyAt,
        double payloadT,
        Double loadingScaleT,
        Double scaleT,
        double emptyTravelS,
        double loadQueueS,
        double spotS,
        double loadingS,
        double fullTravelS,
        double dumpQueueS,
        double dumpingS,
        double hangS,
        double emptyDistanceM,
        double fullDistanceM,
        Double efhEmptyM,
        Double efhFullM,
        Double liftM,
        Double fuelL,
        String source,
        List<String> flags)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(HaulCycle.class);

    public HaulCycle {
        CHECK.required("cycleId", cycleId)
                .name("site", site)
                .name("truckId", truckId)
                .required("emptyAt", emptyAt)
                .required("flags", flags);
    }

    @Override
    public String machineId() {
        return truckId;
    }

    /** The same cycle with other flags. */
    public HaulCycle withFlags(List<String> newFlags) {
        return new HaulCycle(
                cycleId,
                site,
                truckId,
                equipmentClass,
                operatorId,
                loadingUnitId,
                loadLocationId,
                dumpLocationId,
                assignedAt,
                loadArrivedAt,
                fullAt,
                dumpArrivedAt,
                emptyAt,
                payloadT,
                loadingScaleT,
                scaleT,
                emptyTravelS,
                loadQueueS,
                spotS,
                loadingS,
                fullTravelS,
                dumpQueueS,
                dumpingS,
                hangS,
                emptyDistanceM,
                fullDistanceM,
                efhEmptyM,
                efhFullM,
                liftM,
                fuelL,
                source,
                newFlags);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, truckId);
    }
}
