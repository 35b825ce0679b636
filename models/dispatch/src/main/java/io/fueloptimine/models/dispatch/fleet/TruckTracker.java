package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.dispatch.fleet.TruckState.Load;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.Optional;

/** Updates the trucks of a {@link FleetState} and the tonnes they move. Thread-safe. */
final class TruckTracker {

    private final MineSite site;

    TruckTracker(MineSite site) {
        this.site = site;
    }

    FleetState withReading(FleetState fleet, Reading reading) {
        TruckState before = fleet.truck(reading.machineId());
        Instant at = reading.time();
        StateChange change = reading.state();
        if (change == null) {
            Double levelPct =
                    reading.telemetry() == null ? null : reading.telemetry().fuelLevelPct();
            return fleet.with(before.reported(at, levelPct));
        }
        if (before.isNewerThan(at)) {
            return fleet;
        }
        return withChange(fleet, before.reported(at, change.fuelLevelPct()), change, at);
    }

    private FleetState withChange(
            FleetState fleet, TruckState before, StateChange change, Instant at) {
        String loadedBy = change.state() == ProductionState.LOADING ? change.counterpartId() : null;
        TruckState after =
                before.in(change.state(), at, change.locationId(), loadedBy)
                        .withStatus(statusOf(change, before), at);
        FleetState moved =
                switch (change.state()) {
                    case HAULING -> loaded(fleet, after, change);
                    case DUMPING -> dumped(fleet, after, change, before.state());
                    default -> fleet.with(after);
                };
        return moved.withMachine(before.truckId(), !Breakdowns.isDown(change));
    }

    /** A truck that hauls again after a stop has its load already. */
    private FleetState loaded(FleetState fleet, TruckState truck, StateChange change) {
        if (truck.load() != null) {
            return fleet.with(truck);
        }
        Optional<LoadingUnit> unit = Optional.ofNullable(truck.unitId()).flatMap(site::loadingUnit);
        if (unit.isEmpty()) {
            return fleet.with(truck);
        }
        Load load =
                new Load(
                        unit.get().faceId(),
                        unit.get().material(),
                        payloadT(truck.truckId(), change));
        return fleet.with(truck.withLoad(load))
                .with(fleet.progress().loaded(load.faceId(), load.payloadT()))
                .with(
                        fleet.limits()
                                .loaded(
                                        load.faceId(),
                                        load.material(),
                                        load.payloadT(),
                                        truck.stateAt()));
    }

    /** The load of a truck whose start of the haul was not reported counts at its face here. */
    private FleetState dumped(
            FleetState fleet, TruckState truck, StateChange change, ProductionState before) {
        if (before == ProductionState.DUMPING) {
            return fleet.with(truck);
        }
        FleetState known = loaded(fleet, truck, change);
        Load load = known.truck(truck.truckId()).load();
        String dumpId = truck.locationId();
        Optional<Material> material =
                load == null ? onlyMaterial(dumpId) : Optional.of(load.material());
        double payloadT = load == null ? payloadT(truck.truckId(), change) : load.payloadT();
        FleetState empty = known.with(truck.withLoad(null));
        return material.map(
                        what ->
                                empty.with(empty.progress().dumped(dumpId, what, payloadT))
                                        .with(
                                                empty.limits()
                                                        .dumped(
                                                                dumpId,
                                                                what,
                                                                payloadT,
                                                                truck.stateAt())))
                .orElse(empty);
    }

    private Optional<Material> onlyMaterial(String dumpId) {
        return Optional.ofNullable(dumpId)
                .flatMap(site::dump)
                .filter(dump -> dump.accepts().size() == 1)
                .map(dump -> dump.accepts().get(0));
    }

    private double payloadT(String truckId, StateChange change) {
        if (change.payloadT() != null && change.payloadT() > 0) {
            return change.payloadT();
        }
        return site.truck(truckId)
                .map(truck -> site.truckClass(truck.className()).payloadT())
                .orElse(0.0);
    }

    private static WorkStatus statusOf(StateChange change, TruckState before) {
        if (Breakdowns.isDown(change)) {
            return WorkStatus.DOWN;
        }
        // A break or a shift change ends without an assignment, so the truck still counts as
        // working.
        if (change.stopReason() == StopReason.SHIFT_CHANGE
                || change.stopReason() == StopReason.BREAK) {
            return WorkStatus.WORKING;
        }
        boolean stands =
                change.state() == ProductionState.PARKED || change.state() == ProductionState.OFF;
        boolean onItsWayToPark =
                before.status() == WorkStatus.PARKED
                        && before.task() == Task.PARK
                        && (change.state() == ProductionState.DRIVING
                                || change.state() == ProductionState.DUMPING);
        return stands || onItsWayToPark ? WorkStatus.PARKED : WorkStatus.WORKING;
    }
}
