package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.allocation.FixedAllocation;
import io.fueloptimine.jobs.simulator.allocation.RandomAllocation;
import io.fueloptimine.jobs.simulator.allocation.TruckAllocation;
import io.fueloptimine.jobs.simulator.behaviour.ActivityModel;
import io.fueloptimine.jobs.simulator.digplan.DigProgress;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.note.OperatorNotes;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.sensor.LoadingUnitSensors;
import io.fueloptimine.jobs.simulator.sensor.TruckSensors;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.jobs.simulator.truck.HaulTruck;
import io.fueloptimine.jobs.simulator.truck.TruckSurroundings;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A simulated open-pit mine with its own clock: trucks, loading units, dumps, a fuel bay and
 * auxiliary machines.
 *
 * <p>The pit is a discrete-event simulation. The same site, settings, conditions and assignments
 * give the same messages in the same order, byte for byte. {@link #advanceTo} and {@link #obey}
 * deliver the messages in order of simulated time on the caller's thread. Not thread-safe.
 */
public final class Pit {

    private static final long UPDATE_MS = 10_000;

    private final PitSettings settings;
    private final PitContext context;
    private final OperatorNotes notes;
    private final PitMachines machines;
    private final List<TruckSensors> truckSensors = new ArrayList<>();
    private final List<LoadingUnitSensors> unitSensors = new ArrayList<>();
    private final Map<String, HaulTruck> truckById = new LinkedHashMap<>();
    private final long sampleMs;
    private long nowMs;
    private long nextUpdateMs;
    private long nextSampleMs;

    /** Creates a mine at the start time of the settings. */
    public Pit(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            Consumer<MachineMessage> messages) {
        this(site, settings, conditions, messages, MineObserver.NONE);
    }

    /**
     * Creates a mine at the start time of the settings.
     *
     * @param observer receives the events of the mine
     */
    public Pit(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            Consumer<MachineMessage> messages,
            MineObserver observer) {
        this(site, settings, conditions, ActivityModel.USUAL, messages, observer);
    }

    /**
     * Creates a mine at the start time of the settings.
     *
     * @param activities the durations of the machines' activities
     * @param observer receives the events of the mine
     */
    public Pit(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            ActivityModel activities,
            Consumer<MachineMessage> messages,
            MineObserver observer) {
        this(
                settings,
                context(site, settings, conditions, activities, messages, observer),
                false,
                null);
    }

    private Pit(
            PitSettings settings, PitContext context, boolean randomAllocation, PitSnapshot from) {
        this.settings = settings;
        this.context = context;
        nowMs = (from == null ? settings.start() : from.time()).toEpochMilli();
        nextUpdateMs = Math.floorDiv(nowMs, UPDATE_MS) * UPDATE_MS + UPDATE_MS;
        sampleMs = Math.max(1, settings.sampling().toMillis());
        nextSampleMs = Math.floorDiv(nowMs, sampleMs) * sampleMs + sampleMs;
        notes = new OperatorNotes(context);
        Stations stations = Stations.of(context);
        TruckAllocation allocation =
                randomAllocation
                        ? new RandomAllocation(stations)
                        : new FixedAllocation(context, stations);
        TruckSurroundings surroundings =
                new TruckSurroundings(context, stations, allocation, notes);
        machines = new PitBuilder(surroundings, from, nowMs).build();
        for (HaulTruck truck : machines.trucks()) {
            truckSensors.add(new TruckSensors(context, truck, truckSensors.size()));
            truckById.put(truck.id(), truck);
        }
        machines.loadingStations()
                .forEach(station -> unitSensors.add(new LoadingUnitSensors(context, station)));
    }

    /**
     * Creates a mine that continues from a snapshot.
     *
     * @param settings only {@code sampling} is used; start time and seed come from the snapshot
     */
    public static Pit restore(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            Consumer<MachineMessage> messages,
            PitSnapshot snapshot) {
        PitContext context =
                new PitContext(
                        site,
                        snapshot.seed(),
                        snapshot.time().toEpochMilli(),
                        conditions,
                        messages,
                        MineObserver.NONE);
        return new Pit(settings, context, false, snapshot);
    }

    /**
     * Creates a mine for the calibration report; the loading unit and dump of every haul cycle are
     * drawn at random.
     *
     * @param observer receives the events of the mine
     */
    public static Pit withRandomAllocation(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            Consumer<MachineMessage> messages,
            MineObserver observer) {
        PitContext context =
                context(site, settings, conditions, ActivityModel.USUAL, messages, observer);
        return new Pit(settings, context, true, null);
    }

    private static PitContext context(
            MineSite site,
            PitSettings settings,
            Conditions conditions,
            ActivityModel activities,
            Consumer<MachineMessage> messages,
            MineObserver observer) {
        return new PitContext(
                site,
                settings.seed(),
                settings.start().toEpochMilli(),
                conditions,
                activities,
                messages,
                observer);
    }

    /** The current simulated time. */
    public Instant now() {
        return Instant.ofEpochMilli(nowMs);
    }

    /** The counts since the mine's first start. */
    public PitCounts counts() {
        machines.trucks().forEach(truck -> truck.settle(nowMs));
        return context.counters().counts();
    }

    /** Number of machines that publish telemetry every second. */
    public int machineCount() {
        return machines.count();
    }

    /**
     * Runs the mine up to and including the given simulated time. If this time has already passed,
     * nothing changes.
     */
    public void advanceTo(Instant time) {
        long targetMs = time.toEpochMilli();
        while (true) {
            long next = Math.min(machines.nextEventMs(), nextUpdateMs);
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
     * Passes an assignment to its truck, which publishes a reply. An assignment for an unknown
     * truck is ignored. An assignment with the id that the truck answered last is ignored, too.
     */
    public void obey(AssignmentMessage message) {
        HaulTruck truck = truckById.get(message.equipmentId());
        if (truck == null || message.requests() == null) {
            return;
        }
        message.requests().stream()
                .filter(Objects::nonNull)
                .forEach(request -> truck.receive(request, nowMs));
    }

    /**
     * Orders the graders to repair these road segments next, in this order; replaces the order
     * before. A snapshot does not contain the order.
     */
    public void gradeFirst(List<String> segmentIds) {
        context.surfaces().gradeFirst(segmentIds);
    }

    /**
     * Orders a standing or parked truck to switch its engine off until the end of this stop. The
     * truck then starts its engine and leaves {@link HaulTruck#RESTART_MS} later. An order for a
     * truck that is under way or at a station, or whose engine is off, has no effect.
     */
    public void shutDown(String truckId) {
        HaulTruck truck = truckById.get(truckId);
        if (truck != null) {
            truck.shutDown(nowMs);
        }
    }

    /** The current state of the mine, from which {@link #restore} can continue. */
    public PitSnapshot snapshot() {
        return new PitSnapshot(
                now(),
                settings.seed(),
                context.counters().counts(),
                machines.snapshots(nowMs),
                machines.stationStates(nowMs),
                context.surfaces().snapshot(),
                context.traffic().snapshot(nowMs),
                context.digProgress().snapshot());
    }

    /** The tonnes moved against the dig plan; the caller must not change them. */
    public DigProgress digProgress() {
        return context.digProgress();
    }

    List<HaulTruck> trucks() {
        return machines.trucks();
    }

    private void step() {
        for (LoadingStation station : machines.loadingStations()) {
            if (station.nextEventMs() <= nowMs) {
                station.runEvent(nowMs);
            }
        }
        for (DumpStation station : machines.dumpStations()) {
            if (station.nextEventMs() <= nowMs) {
                station.runEvent(nowMs);
            }
        }
        for (HaulTruck truck : machines.trucks()) {
            if (truck.nextEventMs() <= nowMs) {
                truck.runEvent(nowMs);
            }
        }
        if (nextUpdateMs <= nowMs) {
            nextUpdateMs += UPDATE_MS;
            update();
        }
        if (settings.telemetry() && nextSampleMs <= nowMs) {
            nextSampleMs += sampleMs;
            truckSensors.forEach(sensors -> sensors.sample(nowMs));
            unitSensors.forEach(sensors -> sensors.sample(nowMs));
            machines.auxMachines().forEach(machine -> machine.sample(nowMs));
        }
    }

    private void update() {
        Set<String> closed = context.roads().updateClosures(context.conditions(), now());
        notes.roadsClosed(machines.operators(), closed, nowMs);
        machines.loadingStations().forEach(station -> station.updateBreakdown(nowMs));
        machines.dumpStations().forEach(station -> station.updateBreakdown(nowMs));
        machines.supervisions().forEach(supervision -> supervision.update(nowMs));
        machines.auxMachines().forEach(machine -> machine.update(nowMs));
        for (HaulTruck truck : machines.trucks()) {
            notes.maybePublish(truck.operator(), UPDATE_MS / 1_000.0, nowMs);
        }
    }
}
