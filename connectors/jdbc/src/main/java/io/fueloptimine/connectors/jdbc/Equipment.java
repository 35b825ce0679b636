package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table {@code equipment}.
 *
 * @param site the mine
 * @param equipmentId the machine
 * @param kind the kind of machine
 * @param equipmentClass the class of the machine; for a loading unit, its kind
 * @param pairedLoadingUnitId a truck's fixed loading unit without dispatch, else null
 * @param pairedDumpId a truck's fixed dump without dispatch, else null
 * @param homeLocationId the face of a loading unit or the home location of an auxiliary machine;
 *     null for trucks
 * @param nominalPayloadT nominal payload of a truck, t; null for other machines
 * @param updatedAt time of writing (UTC)
 */
record Equipment(
        String site,
        String equipmentId,
        EquipmentKind kind,
        String equipmentClass,
        String pairedLoadingUnitId,
        String pairedDumpId,
        String homeLocationId,
        Double nominalPayloadT,
        Instant updatedAt) {

    /** Creates one row for each machine of a mine. */
    static List<Equipment> of(MineSite mine, Instant at) {
        String site = mine.site();
        List<Equipment> rows = new ArrayList<>();
        mine.trucks()
                .forEach(
                        truck ->
                                rows.add(
                                        new Equipment(
                                                site,
                                                truck.id(),
                                                EquipmentKind.HAULTRUCK,
                                                truck.className(),
                                                truck.pairedLoadingUnitId(),
                                                truck.pairedDumpId(),
                                                null,
                                                payloadT(mine, truck),
                                                at)));
        mine.loadingUnits()
                .forEach(
                        unit ->
                                rows.add(
                                        placed(
                                                site,
                                                unit.id(),
                                                EquipmentKind.SHOVEL,
                                                unit.kind().name(),
                                                unit.faceId(),
                                                at)));
        mine.auxMachines()
                .forEach(
                        machine ->
                                rows.add(
                                        placed(
                                                site,
                                                machine.id(),
                                                EquipmentKind.AUX,
                                                machine.className(),
                                                machine.homeLocationId(),
                                                at)));
        return rows;
    }

    private static Double payloadT(MineSite mine, Truck truck) {
        return mine.truckClasses().stream()
                .filter(truckClass -> truckClass.name().equals(truck.className()))
                .findFirst()
                .map(TruckClass::payloadT)
                .orElse(null);
    }

    private static Equipment placed(
            String site, String id, EquipmentKind kind, String name, String at, Instant updated) {
        return new Equipment(site, id, kind, name, null, null, at, null, updated);
    }
}
