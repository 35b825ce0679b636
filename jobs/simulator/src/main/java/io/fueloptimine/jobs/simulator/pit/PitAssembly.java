package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.AuxMachine;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.util.List;

/** Puts the machines of a pit in their places, fresh or as a snapshot left them. */
final class PitAssembly {

    private static final double FIRST_MINUTES = 20;

    private final PitWorld world;
    private final PitSnapshot from;
    private final long nowMs;

    PitAssembly(PitWorld world, PitSnapshot from, long nowMs) {
        this.world = world;
        this.from = from;
        this.nowMs = nowMs;
    }

    void assemble(List<HaulTruck> trucks, List<TruckWatch> watches, List<AuxAgent> others) {
        MineSite site = world.site;
        world.ways.look(world.conditions, world.instant(nowMs));
        if (from != null) {
            world.tally.continueFrom(from.figures());
            world.fuelBays.forEach((id, bay) -> continueVoice(id, bay.voice));
        }
        for (LoadingPlace place : world.loadingPlaces.values()) {
            continueVoice(place.unit.id(), place.voice);
            place.begin(nowMs);
        }
        for (int i = 0; i < site.trucks().size(); i++) {
            HaulTruck truck = truck(i, site.trucks().get(i));
            trucks.add(truck);
            watches.add(new TruckWatch(world, truck));
        }
        for (int i = 0; i < site.auxMachines().size(); i++) {
            AuxMachine machine = site.auxMachines().get(i);
            AuxAgent agent = new AuxAgent(world, machine, i, of(machine.id()), nowMs);
            others.add(agent);
            agent.look(nowMs);
        }
    }

    private HaulTruck truck(int index, Truck truck) {
        MachineSnapshot snapshot = of(truck.id());
        TruckClass truckClass = world.site.truckClass(truck.className());
        Dice dice = snapshot == null ? Dice.of(world.seed, truck.id()) : new Dice(snapshot.dice());
        double levelL =
                snapshot == null ? truckClass.tankL() * dice.uniform(0.3, 0.96) : snapshot.fuelL();
        double burntL = snapshot == null ? 1e6 * dice.uniform(0.5, 6) : snapshot.burntL();
        double hours = snapshot == null ? burntL / 160 : snapshot.engineHours();
        Tank tank = new Tank(truckClass.tankL(), levelL, burntL);
        TruckEngine engine = new TruckEngine(world, truck.id(), truckClass, tank, hours);
        HaulTruck made = new HaulTruck(world, index, truck, engine, dice, nowMs);
        engine.driver(made.day.burnFactor());
        if (snapshot == null) {
            made.place = world.ways.nearestParking(truck.pairedDumpId());
            long firstMs = nowMs + Math.round(60_000 * dice.uniform(0, FIRST_MINUTES));
            made.park("STANDBY", firstMs, true, nowMs);
        } else {
            TruckSnapshots.resume(made, snapshot, nowMs);
        }
        return made;
    }

    private MachineSnapshot of(String machineId) {
        return from == null ? null : from.machines().get(machineId);
    }

    private void continueVoice(String machineId, Voice voice) {
        MachineSnapshot snapshot = of(machineId);
        if (snapshot != null) {
            voice.continueFrom(snapshot.sequences());
        }
    }
}
