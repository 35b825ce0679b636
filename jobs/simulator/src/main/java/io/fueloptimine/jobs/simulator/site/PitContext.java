package io.fueloptimine.jobs.simulator.site;

import io.fueloptimine.jobs.simulator.behaviour.ActivityModel;
import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.behaviour.OperatorShifts;
import io.fueloptimine.jobs.simulator.digplan.DigProgress;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.PitCounters;
import io.fueloptimine.jobs.simulator.physics.RoadSurfaces;
import io.fueloptimine.jobs.simulator.traffic.RoadTraffic;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The objects that all machines of a simulated mine share: site, conditions, roads, shifts,
 * counters and the consumer of their messages. Not thread-safe.
 */
public final class PitContext {

    private final MineSite site;
    private final long seed;
    private final Conditions conditions;
    private final Consumer<MachineMessage> messages;
    private final MineObserver observer;
    private final RoadMap roads;
    private final RoadSurfaces surfaces;
    private final RoadTraffic traffic;
    private final OperatorShifts shifts;
    private final PitCounters counters = new PitCounters();
    private final DigProgress digProgress;
    private final ActivityModel activities;
    private Instant cached = Instant.EPOCH;
    private long cachedMs;

    /** A mine with the usual activities. */
    public PitContext(
            MineSite site,
            long seed,
            long startMs,
            Conditions conditions,
            Consumer<MachineMessage> messages,
            MineObserver observer) {
        this(site, seed, startMs, conditions, ActivityModel.USUAL, messages, observer);
    }

    /**
     * @param seed the seed of all random numbers
     * @param startMs the time from which the dig plan counts, in ms since the epoch
     * @param messages receives every message that a machine produces
     */
    public PitContext(
            MineSite site,
            long seed,
            long startMs,
            Conditions conditions,
            ActivityModel activities,
            Consumer<MachineMessage> messages,
            MineObserver observer) {
        this.site = site;
        this.seed = seed;
        this.conditions = conditions;
        this.activities = activities;
        this.messages = messages;
        this.observer = observer;
        roads = new RoadMap(site);
        surfaces = new RoadSurfaces(site.roads(), seed);
        traffic = new RoadTraffic(roads::junction);
        shifts = new OperatorShifts(seed);
        digProgress =
                new DigProgress(
                        site.digPlan(), meanLoadT(site), startMs, activities.plannedShifts());
    }

    private static double meanLoadT(MineSite site) {
        return DurationModel.PAYLOAD_MODE
                * site.trucks().stream()
                        .mapToDouble(truck -> site.truckClass(truck.className()).payloadT())
                        .average()
                        .orElse(0);
    }

    public MineSite site() {
        return site;
    }

    public long seed() {
        return seed;
    }

    public Conditions conditions() {
        return conditions;
    }

    public ActivityModel activities() {
        return activities;
    }

    public MineObserver observer() {
        return observer;
    }

    public RoadMap roads() {
        return roads;
    }

    public RoadSurfaces surfaces() {
        return surfaces;
    }

    public RoadTraffic traffic() {
        return traffic;
    }

    public OperatorShifts shifts() {
        return shifts;
    }

    public PitCounters counters() {
        return counters;
    }

    public DigProgress digProgress() {
        return digProgress;
    }

    /**
     * Converts ms since the epoch to an instant. The last result is cached, because all machines
     * convert the same time.
     */
    public Instant instant(long ms) {
        if (ms != cachedMs) {
            cached = Instant.ofEpochMilli(ms);
            cachedMs = ms;
        }
        return cached;
    }

    /**
     * Whether the conditions declare a machine broken down at a simulated time, in ms since the
     * epoch.
     */
    public boolean down(String machineId, long ms) {
        return conditions.down(machineId, instant(ms));
    }

    void publish(MachineMessage message) {
        counters.addMessage();
        messages.accept(message);
    }
}
