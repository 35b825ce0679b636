package io.fueloptimine.jobs.simulator.pit;

import java.util.List;

/** Trucks to snapshots and back. */
final class TruckSnapshots {

    private TruckSnapshots() {}

    static MachineSnapshot of(HaulTruck truck, long nowMs) {
        Journey journey = truck.trip.journey();
        boolean onRoad = journey != null && !journey.finished();
        TruckPhase phase = truck.phase();
        TruckOrders orders = truck.driver.orders();
        return new MachineSnapshot(
                truck.voice.sequences(),
                truck.dice.state(),
                truck.engine.tank.levelL(),
                truck.engine.tank.burntL(),
                truck.engine.engineHours(),
                truck.engine.on(),
                phase.state(),
                phase,
                truck.resume(),
                phase == TruckPhase.TO_PARK ? orders.parkReason() : truck.reason(),
                truck.place,
                truck.trip.destinationId(),
                onRoad ? journey.leg().toLocationId() : null,
                onRoad ? journey.metresAt(nowMs) : 0,
                truck.wakeAtMs() == HaulTruck.NEVER ? -1 : Math.max(1, truck.wakeAtMs() - nowMs),
                truck.payloadT,
                truck.unit == null ? null : truck.unit.unit.id(),
                truck.dump == null ? null : truck.dump.point.locationId(),
                truck.assignmentId,
                truck.driver.refuelAtL(),
                truck.day.breakdownAtMs() - nowMs,
                orders.resting(),
                orders.pending());
    }

    /** Sets a fresh truck going where the snapshot left it. */
    static void resume(HaulTruck truck, MachineSnapshot from, long nowMs) {
        PitWorld world = truck.world;
        truck.voice.continueFrom(from.sequences());
        truck.place = from.placeId();
        truck.payloadT = from.payloadT();
        truck.unit = world.loadingPlaces.get(from.unitId());
        truck.dump = world.dumpPlaces.get(from.dumpId());
        truck.assignmentId = from.assignmentId();
        truck.driver.refuelAt(from.refuelAtL());
        truck.driver.orders().resume(from.orders(), from.underOrder());
        truck.day.breakdownAt(nowMs + from.breakdownInMs());
        if (from.phase().travelling()) {
            onTheRoad(truck, from, nowMs);
        } else if (from.phase().resting()) {
            atRest(truck, from, nowMs);
        } else {
            beingServed(truck, from, nowMs);
        }
    }

    private static void onTheRoad(HaulTruck truck, MachineSnapshot from, long nowMs) {
        if (from.phase() == TruckPhase.TO_PARK) {
            truck.driver.orders().parkFor(from.reason());
        }
        truck.driver.nearestBayIsMine();
        truck.place(from.phase(), null, null, HaulTruck.NEVER, true);
        onRoute(truck, from);
        truck.goOn(from.phase(), nowMs);
    }

    private static void atRest(HaulTruck truck, MachineSnapshot from, long nowMs) {
        if (from.resume() != null) {
            truck.driver.nearestBayIsMine();
            onRoute(truck, from);
        }
        long wakeAt = from.wakeInMs() < 0 ? HaulTruck.NEVER : nowMs + from.wakeInMs();
        truck.place(from.phase(), from.resume(), from.reason(), wakeAt, from.engineOn());
    }

    private static void onRoute(HaulTruck truck, MachineSnapshot from) {
        boolean way = truck.trip.planAgain(from.destinationId(), List.of(), 0);
        boolean sameRoad =
                way
                        && !truck.trip.journey().finished()
                        && truck.trip.journey().leg().toLocationId().equals(from.legTo());
        if (sameRoad) {
            truck.trip.planAgain(from.destinationId(), List.of(), from.legDoneM());
        }
    }

    private static void beingServed(HaulTruck truck, MachineSnapshot from, long nowMs) {
        TruckPhase before =
                switch (from.phase()) {
                    case LOAD_QUEUE, SPOTTING, LOADING -> TruckPhase.TO_LOAD;
                    case DUMP_QUEUE, DUMPING -> TruckPhase.HAULING;
                    default -> TruckPhase.TO_FUEL;
                };
        truck.driver.nearestBayIsMine();
        truck.place(before, null, null, HaulTruck.NEVER, true);
        truck.driver.arrived(nowMs);
    }
}
