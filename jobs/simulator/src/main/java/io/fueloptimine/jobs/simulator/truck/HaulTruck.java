package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.note.NoteAuthor;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Truck;
import java.util.Optional;

/**
 * A simulated haul truck: its phase, and the transition to the next phase when an event is due.
 *
 * <p>{@link TruckDriver} decides what the truck does next, {@link TruckTrip} drives it, and {@link
 * TruckWork} is what it does at its stations. Not thread-safe.
 */
public final class HaulTruck {

    /** The time of an event that is not scheduled. */
    public static final long NEVER = LoadingStation.NEVER;

    private final Truck spec;
    private final SeededRandom random;
    private final TruckEngine engine;
    private final MachinePublisher publisher;
    private final TruckSchedule schedule;
    private final TruckTrip trip;
    private final TruckDriver driver;
    private final TruckWork work;
    private final TruckTimeRecorder times;
    private final TruckOperator operator = new TruckOperator(this);
    private final TruckTask task = new TruckTask();
    private String placeId;
    private double payloadT;
    private TruckPhase phase;
    private TruckPhase resume;
    private String reason;
    private long nextEventMs = NEVER;

    /**
     * @param index the truck's position in the site's list; determines its operators' ids
     */
    public HaulTruck(
            TruckSurroundings surroundings,
            int index,
            Truck spec,
            TruckEngine engine,
            SeededRandom random,
            long nowMs) {
        PitContext context = surroundings.context();
        this.spec = spec;
        this.engine = engine;
        this.random = random;
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

    public SeededRandom random() {
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

    /** The operator, who writes notes. */
    public NoteAuthor operator() {
        return operator;
    }

    public TruckPhase phase() {
        return phase;
    }

    /** Why the truck stands; null when it does not. */
    public String reason() {
        return reason;
    }

    /** The last location that the truck reached. */
    public String placeId() {
        return placeId;
    }

    /** Places the truck at a location. */
    public void moveTo(String locationId) {
        placeId = locationId;
    }

    /** The journey that the truck is on; empty when it is at {@link #placeId()}. */
    public Optional<Journey> currentJourney() {
        return Optional.ofNullable(trip.journey()).filter(journey -> !journey.finished());
    }

    /** Payload on the body, t; it changes while the truck is being loaded or dumps. */
    public double payloadOnBodyT(long nowMs) {
        return work.payloadOnBodyT(nowMs);
    }

    /** When {@link #runEvent} is due, ms; {@link #NEVER} when the truck waits for a station. */
    public long nextEventMs() {
        return nextEventMs;
    }

    /** Handles an assignment from dispatch and publishes the reply. */
    public void receive(AssignmentMessage.Request request, long nowMs) {
        driver.assignments().receive(request, nowMs);
    }

    /** Brings the tank and the counters up to date. */
    public void settle(long nowMs) {
        times.addBurnt(engine.settle(nowMs, phase != null && phase.resting()));
    }

    /** Runs the event that is due: the current phase ends. */
    public void runEvent(long nowMs) {
        nextEventMs = NEVER;
        settle(nowMs);
        switch (phase) {
            case TO_LOAD, HAULING, TO_FUEL, TO_PARK -> trip.endLeg(nowMs);
            case LOAD_QUEUE -> driver.waitedLongForLoading(nowMs);
            case SPOTTING -> work.load(nowMs);
            case LOADING -> work.loaded(nowMs);
            case DUMP_QUEUE -> work.dump(nowMs);
            case DUMPING -> work.emptied(nowMs);
            case FUEL_QUEUE -> work.startRefuelling(nowMs);
            case REFUELLING -> work.refuelled(nowMs);
            case PARKED, STANDING -> endRest(nowMs);
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

    /** The phase that a standing truck returns to; null when it decides anew. */
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
     * Keeps the truck at its place.
     *
     * @param then the phase to return to afterwards; null to decide anew
     */
    void stand(String why, long untilMs, TruckPhase then, boolean engineOn, long nowMs) {
        settle(nowMs);
        if (phase != null && phase.travelling()) {
            currentJourney().ifPresent(journey -> journey.hold(nowMs));
        }
        resume = then;
        rest(engineOn);
        enter(TruckPhase.STANDING, why, nowMs);
        nextEventMs = untilMs;
    }

    /** Reports the time and litres of the current phase so far. */
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
        if (resume == null) {
            driver.restEnded(nowMs);
            return;
        }
        TruckPhase then = resume;
        resume = null;
        trip.continueAfterStop(then, nowMs);
    }

    private void rest(boolean engineOn) {
        if (engineOn) {
            engine.idle(1);
        } else {
            engine.stop();
        }
    }
}
