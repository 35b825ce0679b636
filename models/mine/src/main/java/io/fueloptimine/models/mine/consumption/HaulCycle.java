package io.fueloptimine.models.mine.consumption;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;
import java.util.List;

/**
 * One cycle of a truck: travel empty, load, travel loaded, dump. A cycle begins when the truck is
 * assigned to a loading unit and ends when the truck's body is empty.
 *
 * @param cycleId deterministic id: site, truck and the time at which the body was empty
 * @param site the mine
 * @param truckId the truck
 * @param equipmentClass the class of the truck; null when unknown
 * @param operatorId the operator; null when unknown
 * @param loadingUnitId the loading unit; null when unknown
 * @param loadLocationId the location of loading
 * @param dumpLocationId the location of dumping
 * @param assignedAt when the truck started to travel empty to the loading unit (UTC)
 * @param loadArrivedAt when the truck arrived at the loading unit (UTC)
 * @param fullAt when loading ended (UTC)
 * @param dumpArrivedAt when the truck arrived at the dump (UTC)
 * @param emptyAt when the body was empty (UTC); the event time of the cycle
 * @param payloadT tonnes hauled
 * @param loadingScaleT reading of the payload scale when loading ended, t; null when unknown
 * @param scaleT a separate reading of the loading unit's or truck's scale, t; null when there is
 *     none
 * @param emptyTravelS travel time empty, s
 * @param loadQueueS queueing time at the loading unit, s
 * @param spotS spotting time, s
 * @param loadingS loading time, s
 * @param fullTravelS travel time loaded, s
 * @param dumpQueueS queueing time at the dump, s
 * @param dumpingS dumping time, s
 * @param hangS time that the loading unit waited for this truck, s
 * @param emptyDistanceM distance driven empty, m
 * @param fullDistanceM distance driven loaded, m
 * @param efhEmptyM {@linkplain EffectiveFlatHaul effective flat haul} empty, m; null when unknown
 * @param efhFullM effective flat haul loaded, m; null when unknown
 * @param liftM net change of elevation with the load, m, signed; null when unknown
 * @param fuelL litres burnt according to the truck's fuel counter; null when unknown
 * @param source the origin of the cycle: {@code telemetry} when derived from telemetry, {@code fms}
 *     when received from a fleet management system
 * @param flags names of the validation rules that flagged the cycle; empty, never null
 * @param engineOnS time in the cycle with the engine running, s; null when unknown
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
        List<String> flags,
        Double engineOnS)
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

    /** A copy with other flags. */
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
                newFlags,
                engineOnS);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, truckId);
    }
}
