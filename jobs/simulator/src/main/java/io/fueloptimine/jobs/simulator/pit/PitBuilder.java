package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.auxiliary.SimulatedAuxMachine;
import io.fueloptimine.jobs.simulator.behaviour.ActivityModel;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.MachineSnapshot;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.jobs.simulator.truck.HaulTruck;
import io.fueloptimine.jobs.simulator.truck.TruckEngine;
import io.fueloptimine.jobs.simulator.truck.TruckRandom;
import io.fueloptimine.jobs.simulator.truck.TruckSnapshots;
import io.fueloptimine.jobs.simulator.truck.TruckSupervision;
import io.fueloptimine.jobs.simulator.truck.TruckSurroundings;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.List;

/** Builds the machines of a pit, either new machines or machines in the state of a snapshot. */
final class PitBuilder {

    private static final double FIRST_MINUTES = 20;

    private final TruckSurroundings surroundings;
    private final PitContext context;
    private final Stations stations;
    private final PitSnapshot from;
    private final long nowMs;

    /**
     * @param from the snapshot from which the machines continue; null for a new pit
     */
    PitBuilder(TruckSurroundings surroundings, PitSnapshot from, long nowMs) {
        this.surroundings = surroundings;
        this.from = from;
        this.nowMs = nowMs;
        context = surroundings.context();
        stations = surroundings.stations();
    }

    PitMachines build() {
        MineSite site = context.site();
        context.roads().updateClosures(context.conditions(), context.instant(nowMs));
        if (from != null) {
            context.counters().restore(from.counts());
            context.surfaces().restore(from.roads());
            context.traffic().restore(from.traffic(), nowMs);
            context.digProgress().restore(from.digProgress());
            stations.fuelBays().forEach((id, bay) -> restore(id, bay.publisher()));
        }
        stations.loadingStations().forEach(this::begin);
        stations.dumpStations().forEach(this::begin);
        List<HaulTruck> trucks = new ArrayList<>();
        List<TruckSupervision> supervisions = new ArrayList<>();
        for (int i = 0; i < site.trucks().size(); i++) {
            HaulTruck truck = truck(i, site.trucks().get(i));
            trucks.add(truck);
            supervisions.add(new TruckSupervision(context, stations, truck));
        }
        List<SimulatedAuxMachine> auxMachines = new ArrayList<>();
        for (int i = 0; i < site.auxMachines().size(); i++) {
            AuxMachine machine = site.auxMachines().get(i);
            MachineSnapshot snapshot = snapshotOf(machine.id());
            SimulatedAuxMachine simulated =
                    new SimulatedAuxMachine(context, stations, machine, i, snapshot, nowMs);
            auxMachines.add(simulated);
            simulated.update(nowMs);
        }
        return new PitMachines(stations, trucks, supervisions, auxMachines);
    }

    private void begin(String unitId, LoadingStation station) {
        MachineSnapshot snapshot = snapshotOf(unitId);
        if (snapshot == null) {
            station.begin(nowMs);
            return;
        }
        station.publisher().restore(snapshot.sequences());
        station.begin(snapshot.loads(), from.stations().get(unitId), nowMs);
    }

    private void begin(String locationId, DumpStation station) {
        station.begin(nowMs);
        if (from != null && from.stations().containsKey(locationId)) {
            station.restore(from.stations().get(locationId), nowMs);
        }
    }

    private HaulTruck truck(int index, Truck spec) {
        MachineSnapshot snapshot = snapshotOf(spec.id());
        TruckClass truckClass = context.site().truckClass(spec.className());
        TruckRandom numbers = new TruckRandom(context.seed(), spec.id());
        SeededRandom random = numbers.ofBeginning();
        double levelL =
                snapshot == null
                        ? truckClass.tankL()
                                * context.activities()
                                        .firstTankShare(spec.id())
                                        .orElse(random.uniform(0.3, 0.96))
                        : snapshot.fuelL();
        double burntL = snapshot == null ? 1e6 * random.uniform(0.5, 6) : snapshot.burntL();
        double hours = snapshot == null ? burntL / 160 : snapshot.engineHours();
        FuelTank tank = new FuelTank(truckClass.tankL(), levelL, burntL);
        TruckEngine engine = new TruckEngine(context, spec.id(), truckClass, tank, hours);
        HaulTruck truck = new HaulTruck(surroundings, index, spec, engine, numbers, nowMs);
        if (snapshot == null) {
            ActivityModel activities = context.activities();
            truck.moveTo(
                    activities
                            .firstPlace(spec.id())
                            .orElseGet(() -> context.roads().nearestParking(spec.pairedDumpId())));
            long firstMs = nowMs + Math.round(60_000 * random.uniform(0, FIRST_MINUTES));
            truck.park("STANDBY", activities.firstTripMs(spec.id()).orElse(firstMs), true, nowMs);
        } else {
            TruckSnapshots.restore(truck, stations, snapshot, nowMs);
        }
        return truck;
    }

    private MachineSnapshot snapshotOf(String machineId) {
        return from == null ? null : from.machines().get(machineId);
    }

    private void restore(String machineId, MachinePublisher publisher) {
        MachineSnapshot snapshot = snapshotOf(machineId);
        if (snapshot != null) {
            publisher.restore(snapshot.sequences());
        }
    }
}
