package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.state.MachineSnapshot;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import java.util.List;
import java.util.Optional;

/** Converts trucks to snapshots and back. */
public final class TruckSnapshots {

    private TruckSnapshots() {}

    public static MachineSnapshot of(HaulTruck truck, long nowMs) {
        Optional<Journey> journey = truck.currentJourney();
        TruckPhase phase = truck.phase();
        TruckAssignments assignments = truck.driver().assignments();
        TruckTask task = truck.task();
        LoadingStation loadingStation = task.loadingStation();
        DumpStation dumpStation = task.dumpStation();
        return new MachineSnapshot(
                truck.publisher().nextSequences(),
                0,
                0,
                truck.random().numbers(),
                truck.engine().tank().levelL(),
                truck.engine().tank().burntL(),
                truck.engine().engineHours(),
                truck.engine().on(),
                phase.state(),
                phase,
                truck.resume(),
                phase == TruckPhase.TO_PARK ? assignments.parkReason() : truck.reason(),
                truck.placeId(),
                truck.trip().destinationId(),
                journey.map(current -> current.leg().toLocationId()).orElse(null),
                journey.map(current -> current.metresAt(nowMs)).orElse(0.0),
                truck.trip().legsDriven(),
                truck.trip().speedMps(nowMs),
                truck.nextEventMs() == HaulTruck.NEVER
                        ? -1
                        : Math.max(1, truck.nextEventMs() - nowMs),
                truck.payloadT(),
                loadingStation == null ? null : loadingStation.unit().id(),
                dumpStation == null ? null : dumpStation.point().locationId(),
                task.assignmentId(),
                truck.schedule().breakdownMs() - nowMs,
                assignments.resting(),
                assignments.pending());
    }

    /** Restores a new truck to the state of a snapshot. */
    public static void restore(
            HaulTruck truck, Stations stations, MachineSnapshot from, long nowMs) {
        truck.publisher().restore(from.sequences());
        truck.moveTo(from.placeId());
        truck.setPayloadT(from.payloadT());
        truck.task().loadAt(stations.loadingStations().get(from.unitId()));
        truck.task().dumpAt(stations.dumpStations().get(from.dumpId()));
        truck.task().follow(from.assignmentId());
        truck.random().restore(from.numbers());
        truck.driver().restoreRefuelPlan();
        truck.driver().assignments().restore(from.assignments(), from.restsByAssignment());
        truck.schedule().setBreakdownMs(nowMs + from.breakdownInMs());
        truck.trip().restore(from.legsDriven(), from.speedMps());
        if (from.phase().travelling()) {
            restoreTravelling(truck, from, nowMs);
        } else if (from.phase().resting()) {
            restoreResting(truck, from, nowMs);
        } else {
            restoreAtStation(truck, from, nowMs);
        }
    }

    private static void restoreTravelling(HaulTruck truck, MachineSnapshot from, long nowMs) {
        if (from.phase() == TruckPhase.TO_PARK) {
            truck.driver().assignments().setParkReason(from.reason());
        }
        truck.driver().useNearestFuelBay();
        truck.restorePhase(from.phase(), null, null, HaulTruck.NEVER, true);
        restoreJourney(truck, from);
        truck.trip().continueTrip(from.phase(), nowMs);
    }

    private static void restoreResting(HaulTruck truck, MachineSnapshot from, long nowMs) {
        if (from.resume() != null) {
            truck.driver().useNearestFuelBay();
            restoreJourney(truck, from);
        }
        long eventAtMs = from.nextEventInMs() < 0 ? HaulTruck.NEVER : nowMs + from.nextEventInMs();
        truck.restorePhase(from.phase(), from.resume(), from.reason(), eventAtMs, from.engineOn());
    }

    private static void restoreJourney(HaulTruck truck, MachineSnapshot from) {
        TruckTrip trip = truck.trip();
        trip.replan(from.destinationId(), List.of(), 0);
        boolean sameRoad =
                truck.currentJourney()
                        .filter(current -> current.leg().toLocationId().equals(from.legTo()))
                        .isPresent();
        if (sameRoad) {
            trip.replan(from.destinationId(), List.of(), from.legDoneM());
        }
    }

    /** Restores a truck that was at a station; the truck arrives at the station again. */
    private static void restoreAtStation(HaulTruck truck, MachineSnapshot from, long nowMs) {
        TruckPhase before =
                switch (from.phase()) {
                    case LOAD_QUEUE, SPOTTING, LOADING -> TruckPhase.TO_LOAD;
                    case DUMP_QUEUE, DUMPING -> TruckPhase.HAULING;
                    default -> TruckPhase.TO_FUEL;
                };
        truck.driver().useNearestFuelBay();
        truck.restorePhase(before, null, null, HaulTruck.NEVER, true);
        truck.driver().arrived(nowMs);
    }
}
