package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A mine that runs on its own clock: trucks, shovels, dumps, a fuel bay, the machines around them.
 *
 * <p>A discrete-event simulation: the same site, settings, conditions and orders give the same
 * messages in the same order, byte for byte. Messages come in order of mine time from within {@link
 * #advanceTo} and {@link #obey}, on the caller's thread. Not thread-safe.
 */
public final class Pit {

    private static final long LOOK_MS = 10_000;
    private static final long SAMPLE_MS = 1_000;

    private final PitSettings settings;
    private final PitWorld world;
    private final List<LoadingPlace> units;
    private final List<HaulTruck> trucks = new ArrayList<>();
    private final List<TruckWatch> watches = new ArrayList<>();
    private final List<AuxAgent> others = new ArrayList<>();
    private final List<TruckSensors> truckSensors = new ArrayList<>();
    private final List<UnitSensors> unitSensors = new ArrayList<>();
    private final Map<String, HaulTruck> truckById = new LinkedHashMap<>();
    private long nowMs;
    private long nextLookMs;
    private long nextSampleMs;

    /** A mine at the beginning of its first shift. */
    public Pit(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            Consumer<MachineMessage> messages) {
        this(
                settings,
                new PitWorld(site, settings.seed(), conditions, messages, Ledger.NONE, false),
                null);
    }

    Pit(PitSettings settings, PitWorld world, PitSnapshot from) {
        this.settings = settings;
        this.world = world;
        units = List.copyOf(world.loadingPlaces.values());
        nowMs = (from == null ? settings.start() : from.time()).toEpochMilli();
        nextLookMs = Math.floorDiv(nowMs, LOOK_MS) * LOOK_MS + LOOK_MS;
        nextSampleMs = Math.floorDiv(nowMs, SAMPLE_MS) * SAMPLE_MS + SAMPLE_MS;
        new PitAssembly(world, from, nowMs).assemble(trucks, watches, others);
        for (int i = 0; i < trucks.size(); i++) {
            truckSensors.add(new TruckSensors(world, trucks.get(i), i));
            truckById.put(trucks.get(i).id(), trucks.get(i));
        }
        units.forEach(unit -> unitSensors.add(new UnitSensors(world, unit)));
    }

    /**
     * A mine that goes on where a snapshot left it.
     *
     * @param settings only whether there is telemetry counts: start and seed are the snapshot's
     */
    public static Pit restore(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            Consumer<MachineMessage> messages,
            PitSnapshot snapshot) {
        PitWorld world =
                new PitWorld(site, snapshot.seed(), conditions, messages, Ledger.NONE, false);
        return new Pit(settings, world, snapshot);
    }

    /** Mine time. */
    public Instant now() {
        return Instant.ofEpochMilli(nowMs);
    }

    /** What has been done since the first start. */
    public PitFigures figures() {
        trucks.forEach(truck -> truck.settle(nowMs));
        return world.tally.figures();
    }

    /** How many machines report telemetry every second. */
    public int machines() {
        return trucks.size() + units.size() + others.size();
    }

    /** Runs the mine up to and including that moment; earlier moments change nothing. */
    public void advanceTo(Instant time) {
        long targetMs = time.toEpochMilli();
        while (true) {
            long next = Math.min(nextWakeMs(), nextLookMs);
            if (settings.telemetry()) {
                next = Math.min(next, nextSampleMs);
            }
            if (next > targetMs) {
                break;
            }
            nowMs = Math.max(nowMs, next);
            step();
        }
        nowMs = Math.max(nowMs, targetMs);
    }

    /**
     * Hands an assignment to its truck, which answers with a reply. Unknown trucks stay silent, and
     * so does a truck that has just answered the same assignment.
     */
    public void obey(AssignmentMessage message) {
        HaulTruck truck = truckById.get(message.equipmentId());
        if (truck == null || message.requests() == null) {
            return;
        }
        message.requests().stream()
                .filter(Objects::nonNull)
                .forEach(request -> truck.driver.orders().receive(request, nowMs));
    }

    /** Everything that a second start needs. */
    public PitSnapshot snapshot() {
        Map<String, MachineSnapshot> machines = new LinkedHashMap<>();
        for (HaulTruck truck : trucks) {
            truck.settle(nowMs);
            machines.put(truck.id(), TruckSnapshots.of(truck, nowMs));
        }
        for (LoadingPlace unit : units) {
            machines.put(
                    unit.unit.id(),
                    MachineSnapshot.of(unit.voice.sequences(), unit.dice(), null, 0, unit.state()));
        }
        for (AuxAgent other : others) {
            machines.put(
                    other.machine.id(),
                    MachineSnapshot.of(
                            other.voice.sequences(),
                            other.dice,
                            other.tank,
                            other.engineHours(),
                            other.state()));
        }
        world.fuelBays.forEach(
                (id, bay) ->
                        machines.put(
                                id,
                                MachineSnapshot.of(bay.voice.sequences(), null, null, 0, null)));
        return new PitSnapshot(now(), settings.seed(), world.tally.figures(), machines);
    }

    List<HaulTruck> trucks() {
        return trucks;
    }

    private long nextWakeMs() {
        long next = LoadingPlace.NEVER;
        for (HaulTruck truck : trucks) {
            next = Math.min(next, truck.wakeAtMs());
        }
        for (LoadingPlace unit : units) {
            next = Math.min(next, unit.wakeAtMs());
        }
        return next;
    }

    private void step() {
        for (LoadingPlace unit : units) {
            if (unit.wakeAtMs() <= nowMs) {
                unit.wake(nowMs);
            }
        }
        for (HaulTruck truck : trucks) {
            if (truck.wakeAtMs() <= nowMs) {
                truck.wake(nowMs);
            }
        }
        if (nextLookMs <= nowMs) {
            nextLookMs += LOOK_MS;
            look();
        }
        if (settings.telemetry() && nextSampleMs <= nowMs) {
            nextSampleMs += SAMPLE_MS;
            truckSensors.forEach(sensors -> sensors.sample(nowMs));
            unitSensors.forEach(sensors -> sensors.sample(nowMs));
            others.forEach(other -> other.sample(nowMs));
        }
    }

    private void look() {
        Set<String> closed = world.ways.look(world.conditions, now());
        world.notes.roadsClosed(trucks, closed, nowMs);
        units.forEach(unit -> unit.look(nowMs));
        watches.forEach(watch -> watch.look(nowMs));
        others.forEach(other -> other.look(nowMs));
        for (HaulTruck truck : trucks) {
            world.notes.look(truck, LOOK_MS / 1_000.0, truck.dice, nowMs);
        }
    }
}
