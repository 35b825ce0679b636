package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.note.NoteAuthor;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Truck;
import java.util.Optional;

/**
 * A simulated haul truck: its current phase, and the change to the next phase when an event is due.
 *
 * <p>{@link TruckDriver} chooses the next activity, {@link TruckTrip} drives the truck along its
 * route, and {@link TruckWork} handles loading, dumping and refuelling. Not thread-safe.
 */
public final class HaulTruck {

    /** Time from the start of a warm engine until the truck leaves, ms; chosen. */
    public static final long RESTART_MS = 60_000;

    /** Value of {@link #nextEventMs()} when no event is scheduled. */
    public static final long NEVER = LoadingStation.NEVER;

    private final Truck spec;
    private final TruckRandom random;
    private final TruckEngine engine;
    private final MachinePublisher publisher;
    private final TruckSchedule schedule;
    private final TruckTrip trip;
    private final TruckDriver driver;
    private final TruckWork work;
    private final TruckTimeRecorder times;
    private final PayloadScale scale;
    private final TruckOperator operator = new TruckOperator(this);
    private final TruckTask task = new TruckTask();
    private String placeId;
    private double payloadT;
    private TruckPhase phase;
    private TruckPhase resume;
    private String reason;
    private long nextEventMs = NEVER;
    private boolean shutDown;

    /**
     * @param index the truck's position in the mine file's list of trucks, from 0; the ids of the
     *     truck's operators depend on it
     */
    public HaulTruck(
            TruckSurroundings surroundings,
            int index,
            Truck spec,
            TruckEngine engine,
            TruckRandom random,
            long nowMs) {
        PitContext context = surroundings.context();
        this.spec = spec;
        this.engine = engine;
        this.random = random;
        scale = new PayloadScale(context.seed(), spec.id());
        publisher = new MachinePublisher(context, EquipmentKind.HAULTRUCK, spec.id());
        times = new TruckTimeRecorder(context.observer(), spec.id(), nowMs);
        schedule = new TruckSchedule(context.shifts(), spec.id(), index, nowMs, random);
        trip = new TruckTrip(context, this);
        driver = new TruckDriver(surroundings, this);
        work = new TruckWork(context, this);
        engine.begin(nowMs);
        engine.setOperatorFactor(schedule.burnFactor());
    }

    public String id() {
        return spec.id();
    }

    public Truck spec() {
        return spec;
    }

    TruckRandom random() {
        return random;
    }

    public MachinePublisher publisher() {
        return publisher;
    }

    public TruckEngine engine() {
        return engine;
    }

    public TruckSchedule schedule() {
        return schedule;
    }

    /** The current operator of the truck, as the author of notes. */
    public NoteAuthor operator() {
        return operator;
    }

    public TruckPhase phase() {
        return phase;
    }

    /** The reason for which the truck stands; null when the truck does not stand. */
    public String reason() {
        return reason;
    }

    /** The last location that the truck reached. */
    public String placeId() {
        return placeId;
    }

    /** Sets the location of the truck. */
    public void moveTo(String locationId) {
        placeId = locationId;
    }

    /** The truck's current journey; empty when the truck is at the location {@link #placeId()}. */
    public Optional<Journey> currentJourney() {
        return Optional.ofNullable(trip.journey()).filter(journey -> !journey.finished());
    }

    /**
     * True payload on the truck's body, t. The payload changes while the truck is loaded and while
     * it dumps.
     */
    public double payloadOnBodyT(long nowMs) {
        return work.payloadOnBodyT(nowMs);
    }

    /** The payload that the truck's scale shows, t. */
    public double shownPayloadT(double trueT) {
        return scale.shownT(trueT);
    }

    /**
     * The time at which {@link #runEvent} is due, in ms since the epoch; {@link #NEVER} when the
     * truck waits for a station.
     */
    public long nextEventMs() {
        return nextEventMs;
    }

    /** Handles an assignment from dispatch and publishes the reply. */
    public void receive(AssignmentMessage.Request request, long nowMs) {
        driver.assignments().receive(request, nowMs);
    }

    /** Subtracts the fuel burnt up to now from the tank, and adds it to the counters. */
    public void settle(long nowMs) {
        times.addBurnt(engine.settle(nowMs, phase != null && phase.resting()));
    }

    /** Runs the event that is due, which ends the current phase. */
    public void runEvent(long nowMs) {
        nextEventMs = NEVER;
        settle(nowMs);
        switch (phase) {
            case TO_LOAD, HAULING, TO_FUEL, TO_PARK -> trip.runEvent(nowMs);
            case LOAD_QUEUE -> driver.waitedLongForLoading(nowMs);
            case SPOTTING -> work.load(nowMs);
            case LOADING -> work.loaded(nowMs);
            case DUMP_QUEUE -> driver.loadedTrip().waitedAtDump(nowMs);
            case DUMPING -> work.emptied(nowMs);
            case FUEL_QUEUE -> work.startRefuelling(nowMs);
            case REFUELLING -> work.refuelled(nowMs);
            case PARKED, STANDING -> endRest(nowMs);
        }
    }

    /** Switches the engine of a standing or parked truck off until the end of this stop. */
    public void shutDown(long nowMs) {
        if (phase != null && phase.resting() && engine.on() && !"DOWN".equals(reason)) {
            settle(nowMs);
            engine.stop();
            shutDown = true;
        }
    }

    /** Stops in a parking area. */
    public void park(String why, long untilMs, boolean engineOn, long nowMs) {
        settle(nowMs);
        resume = null;
        trip.clear();
        rest(engineOn);
        enter(TruckPhase.PARKED, why, nowMs);
        nextEventMs = untilMs;
    }

    double payloadT() {
        return payloadT;
    }

    void setPayloadT(double tonnes) {
        payloadT = tonnes;
    }

    TruckTrip trip() {
        return trip;
    }

    TruckDriver driver() {
        return driver;
    }

    TruckWork work() {
        return work;
    }

    TruckTask task() {
        return task;
    }

    TruckTimeRecorder times() {
        return times;
    }

    /**
     * The phase to which a standing truck returns; null when the truck then chooses a new activity.
     */
    TruckPhase resume() {
        return resume;
    }

    /** Schedules the end of the current phase; {@link #NEVER} to wait for a station. */
    void scheduleEvent(long atMs) {
        nextEventMs = atMs;
    }

    /** Enters a phase and publishes the change of state. */
    void enter(TruckPhase next, String why, long nowMs) {
        TruckPhase before = phase;
        closePhase(nowMs);
        phase = next;
        reason = why;
        if (before == null || before.state() != next.state() || why != null) {
            publisher.publish(ReadingStream.STATE, nowMs, TruckStateMessages.body(this, before));
        }
    }

    /**
     * Stops the truck at its current place.
     *
     * @param then the phase that follows; null if the truck then chooses a new activity
     */
    void stand(String why, long untilMs, TruckPhase then, boolean engineOn, long nowMs) {
        settle(nowMs);
        if (phase != null && phase.travelling()) {
            trip.hold(nowMs);
        }
        resume = then;
        rest(engineOn);
        enter(TruckPhase.STANDING, why, nowMs);
        nextEventMs = untilMs;
    }

    /** Reports the duration and the litres of the current phase up to now. */
    void closePhase(long nowMs) {
        settle(nowMs);
        if (phase == null) {
            times.beginPhase(nowMs);
        } else {
            times.endPhase(phase.timeCategory(), nowMs);
        }
    }

    /** Restores a phase from a snapshot, without publishing anything. */
    void restorePhase(TruckPhase at, TruckPhase then, String why, long untilMs, boolean engineOn) {
        phase = at;
        resume = then;
        reason = why;
        nextEventMs = untilMs;
        rest(engineOn);
    }

    private void endRest(long nowMs) {
        if (shutDown) {
            shutDown = false;
            engine.idle(1);
            nextEventMs = nowMs + RESTART_MS;
            return;
        }
        if (resume == null) {
            driver.restEnded(nowMs);
            return;
        }
        if ("DOWN".equals(reason)) {
            schedule.repaired(nowMs);
        }
        TruckPhase then = resume;
        resume = null;
        trip.continueAfterStop(then, nowMs);
    }

    private void rest(boolean engineOn) {
        shutDown = false;
        if (engineOn) {
            engine.idle(1);
        } else {
            engine.stop();
        }
    }
}
