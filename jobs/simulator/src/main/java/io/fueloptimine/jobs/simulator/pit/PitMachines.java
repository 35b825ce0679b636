package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.auxiliary.SimulatedAuxMachine;
import io.fueloptimine.jobs.simulator.note.NoteAuthor;
import io.fueloptimine.jobs.simulator.state.MachineSnapshot;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.StationState;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.jobs.simulator.truck.HaulTruck;
import io.fueloptimine.jobs.simulator.truck.TruckSnapshots;
import io.fueloptimine.jobs.simulator.truck.TruckSupervision;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The machines of a pit.
 *
 * @param trucks the haul trucks, in the order of the mine file
 * @param supervisions one supervision per truck, in the order of {@code trucks}
 * @param auxMachines the auxiliary machines, in the order of the mine file
 */
record PitMachines(
        Stations stations,
        List<HaulTruck> trucks,
        List<TruckSupervision> supervisions,
        List<SimulatedAuxMachine> auxMachines) {

    Collection<LoadingStation> loadingStations() {
        return stations.loadingStations().values();
    }

    Collection<DumpStation> dumpStations() {
        return stations.dumpStations().values();
    }

    List<NoteAuthor> operators() {
        return trucks.stream().map(HaulTruck::operator).toList();
    }

    int count() {
        return trucks.size() + loadingStations().size() + auxMachines.size();
    }

    /** The time of the next event of any machine, in ms since the epoch. */
    long nextEventMs() {
        long next = HaulTruck.NEVER;
        for (HaulTruck truck : trucks) {
            next = Math.min(next, truck.nextEventMs());
        }
        for (LoadingStation station : loadingStations()) {
            next = Math.min(next, station.nextEventMs());
        }
        for (DumpStation station : dumpStations()) {
            next = Math.min(next, station.nextEventMs());
        }
        return next;
    }

    /** The state of every machine, by machine id. */
    Map<String, MachineSnapshot> snapshots(long nowMs) {
        Map<String, MachineSnapshot> snapshots = new LinkedHashMap<>();
        for (HaulTruck truck : trucks) {
            truck.settle(nowMs);
            snapshots.put(truck.id(), TruckSnapshots.of(truck, nowMs));
        }
        for (LoadingStation station : loadingStations()) {
            snapshots.put(
                    station.unit().id(),
                    MachineSnapshot.ofLoadingUnit(
                            station.publisher().nextSequences(), station.loads(), station.state()));
        }
        for (SimulatedAuxMachine machine : auxMachines) {
            snapshots.put(machine.machine().id(), machine.snapshot());
        }
        stations.fuelBays()
                .forEach(
                        (id, bay) ->
                                snapshots.put(
                                        id,
                                        MachineSnapshot.ofFuelBay(
                                                bay.publisher().nextSequences())));
        return snapshots;
    }

    /** What each loading unit and dump carries over a restart, by unit or location id. */
    Map<String, StationState> stationStates(long nowMs) {
        Map<String, StationState> states = new LinkedHashMap<>();
        stations.loadingStations()
                .forEach((id, station) -> states.put(id, station.snapshot(nowMs)));
        stations.dumpStations().forEach((id, station) -> states.put(id, station.snapshot(nowMs)));
        return states;
    }
}
