package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Route;
import io.fueloptimine.models.mine.Truck;
import java.util.List;

/**
 * One haul truck: what it is at, and what happens when that ends. What it does next is its {@link
 * TruckDriver}'s choice, how it travels its {@link TruckTrip}'s.
 */
final class HaulTruck {

    static final long NEVER = LoadingPlace.NEVER;

    private static final int PASSES = 4;

    final PitWorld world;
    final Truck truck;
    final Dice dice;
    final TruckEngine engine;
    final Voice voice;
    final TruckDay day;
    final TruckTrip trip;
    final TruckDriver driver;
    final CycleMeter cycle = new CycleMeter();

    String place;
    double payloadT;
    LoadingPlace unit;
    DumpPlace dump;
    FuelBay bay;
    String assignmentId;

    private TruckPhase phase;
    private TruckPhase resume;
    private String reason;
    private long wakeAtMs = NEVER;
    private long phaseSinceMs;
    private double phaseL;
    private double loadingS;
    private double loadT;

    HaulTruck(PitWorld world, int index, Truck truck, TruckEngine engine, Dice dice, long nowMs) {
        this.world = world;
        this.truck = truck;
        this.engine = engine;
        this.dice = dice;
        voice = new Voice(world, EquipmentKind.HAULTRUCK, truck.id());
        day = new TruckDay(world, truck.id(), index, nowMs, dice);
        trip = new TruckTrip(world, this);
        driver = new TruckDriver(world, this);
        phaseSinceMs = nowMs;
        engine.begin(nowMs);
    }

    String id() {
        return truck.id();
    }

    TruckPhase phase() {
        return phase;
    }

    TruckPhase resume() {
        return resume;
    }

    String reason() {
        return reason;
    }

    long wakeAtMs() {
        return wakeAtMs;
    }

    void settle(long nowMs) {
        phaseL += engine.settle(nowMs, phase != null && phase.resting());
    }

    /** What lies on the body now, t: it grows pass by pass and slides off while dumping. */
    double scaleT(long nowMs) {
        double share = (double) (nowMs - phaseSinceMs) / Math.max(1, wakeAtMs - phaseSinceMs);
        if (phase == TruckPhase.LOADING) {
            return loadT * Math.floor(Math.min(1, share) * PASSES) / PASSES;
        }
        return phase == TruckPhase.DUMPING
                ? payloadT * Math.max(0, Math.min(1, 1.3 - 1.3 * share))
                : payloadT;
    }

    /** What was waited for has come. */
    void wake(long nowMs) {
        wakeAtMs = NEVER;
        settle(nowMs);
        switch (phase) {
            case TO_LOAD, HAULING, TO_FUEL, TO_PARK -> legDone(nowMs);
            case LOAD_QUEUE -> driver.queuedLong(nowMs);
            case SPOTTING -> load(nowMs);
            case LOADING -> loaded(nowMs);
            case DUMP_QUEUE -> dump(nowMs);
            case DUMPING -> emptied(nowMs);
            case FUEL_QUEUE -> refuel(nowMs);
            case REFUELLING -> refuelled(nowMs);
            case PARKED, STANDING -> restOver(nowMs);
        }
    }

    /** Goes over into a phase and says so. */
    void enter(TruckPhase next, String why, long nowMs) {
        TruckPhase before = phase;
        closePhase(nowMs);
        phase = next;
        reason = why;
        if (before == null || before.state() != next.state() || why != null) {
            voice.say(ReadingStream.STATE, nowMs, TruckStates.body(this, before));
        }
    }

    /** Stands still for a while; goes on with {@code then}, or decides anew when that is null. */
    void stand(String why, long untilMs, TruckPhase then, boolean engineOn, long nowMs) {
        settle(nowMs);
        if (phase != null && phase.travelling() && trip.journey() != null) {
            holdJourney(nowMs);
        }
        resume = then;
        rest(engineOn);
        enter(TruckPhase.STANDING, why, nowMs);
        wakeAtMs = untilMs;
    }

    /** Stands at its parking. */
    void park(String why, long untilMs, boolean engineOn, long nowMs) {
        settle(nowMs);
        resume = null;
        trip.clear();
        rest(engineOn);
        enter(TruckPhase.PARKED, why, nowMs);
        wakeAtMs = untilMs;
    }

    /** Travels, or stands before a closed road until there is a way. */
    void travel(TruckPhase how, String destination, List<String> wanted, long nowMs) {
        settle(nowMs);
        boolean way = trip.plan(destination, wanted, payloadT > 0);
        if (way && how == TruckPhase.TO_LOAD || how == TruckPhase.HAULING && way) {
            cycle.expect(trip.expectedS(payloadT > 0), payloadT > 0);
        }
        goOn(how, nowMs);
    }

    /** Goes on with a planned way in that phase. */
    void goOn(TruckPhase how, long nowMs) {
        if (trip.journey() == null) {
            driver.noWay(how, nowMs);
            return;
        }
        if (phase != how) {
            enter(how, null, nowMs);
        }
        if (trip.journey().finished()) {
            driver.arrived(nowMs);
        } else if (!driver.delayed(nowMs)) {
            wakeAtMs = trip.setOff(nowMs);
        }
    }

    void queueForLoad(long nowMs) {
        engine.idle(1);
        enter(TruckPhase.LOAD_QUEUE, null, nowMs);
        wakeAtMs = nowMs + Habits.QUEUE_PATIENCE_MS;
    }

    void spot(long nowMs) {
        settle(nowMs);
        engine.idle(Habits.SPOTTING_BURN);
        enter(TruckPhase.SPOTTING, null, nowMs);
        wakeAtMs = nowMs + Math.max(1_000, Math.round(1_000 * Habits.SPOT.draw(dice)));
    }

    /** A dump's bay is free for this truck. */
    void dumpInBay(long nowMs) {
        settle(nowMs);
        double holdS = Habits.DUMP_HOLD.draw(dice);
        if (phase == TruckPhase.HAULING && holdS >= 1) {
            queueForDump(nowMs + Math.round(1_000 * holdS), nowMs);
        } else {
            dump(nowMs);
        }
    }

    void queueForDump(long untilMs, long nowMs) {
        engine.idle(1);
        enter(TruckPhase.DUMP_QUEUE, null, nowMs);
        wakeAtMs = untilMs;
    }

    void queueForFuel(long nowMs) {
        engine.idle(1);
        enter(TruckPhase.FUEL_QUEUE, "REFUELLING", nowMs);
        wakeAtMs = NEVER;
    }

    void refuel(long nowMs) {
        settle(nowMs);
        engine.idle(1);
        enter(TruckPhase.REFUELLING, "REFUELLING", nowMs);
        double seconds =
                Habits.REFUEL_HANDLING.draw(dice) + driver.litresWanted() / Habits.PUMP_LPS;
        wakeAtMs = nowMs + Math.round(1_000 * seconds);
    }

    private void load(long nowMs) {
        engine.idle(1);
        loadingS = Habits.loadingS(unit.unit.kind(), unit.unit.meanLoadingS(), dice);
        loadT = Habits.payloadT(engine.truckClass.payloadT(), dice);
        enter(TruckPhase.LOADING, null, nowMs);
        unit.loadingBegins(nowMs);
        wakeAtMs = nowMs + Math.round(1_000 * loadingS);
    }

    private void loaded(long nowMs) {
        payloadT = loadT;
        LoadingPlace place = unit;
        driver.haul(nowMs);
        place.loaded(loadingS, nowMs);
    }

    private void dump(long nowMs) {
        engine.idle(Habits.DUMPING_BURN);
        enter(TruckPhase.DUMPING, null, nowMs);
        wakeAtMs = nowMs + Math.max(1_000, Math.round(1_000 * Habits.DUMPING.draw(dice)));
    }

    private void emptied(long nowMs) {
        closePhase(nowMs);
        double dumpedT = payloadT;
        payloadT = 0;
        world.tally.cycles++;
        cycle.end(world.ledger, nowMs, dumpedT);
        DumpPlace left = dump;
        assignmentId = null;
        driver.cycleDone();
        driver.decide(nowMs);
        left.leave(dumpedT, nowMs);
    }

    private void refuelled(long nowMs) {
        bay.meter(id(), engine.tank, driver.litresWanted(), phaseSinceMs, nowMs);
        driver.drawNextRefuel();
        FuelBay left = bay;
        assignmentId = null;
        driver.decide(nowMs);
        left.leave(nowMs);
    }

    private void legDone(long nowMs) {
        Journey journey = trip.journey();
        Route.Leg leg = journey.leg();
        double metres = leg.segment().lengthM();
        boolean loaded = payloadT > 0;
        world.ledger.leg(leg.gradePct(), loaded, metres, metres * 3.6 / journey.speedKph());
        cycle.driven(metres, loaded);
        place = leg.toLocationId();
        journey.nextLeg();
        if (!driver.diverted(nowMs)) {
            if (!journey.finished() && trip.blocked()) {
                trip.planAgain(trip.destinationId(), List.of(), 0);
            }
            goOn(phase, nowMs);
        }
    }

    private void restOver(long nowMs) {
        if (resume == null) {
            driver.rested(nowMs);
            return;
        }
        TruckPhase then = resume;
        resume = null;
        if (trip.journey() == null || trip.blocked() && trip.journey().metresAt(nowMs) == 0) {
            trip.planAgain(trip.destinationId(), List.of(), 0);
        }
        goOn(then, nowMs);
    }

    private void holdJourney(long nowMs) {
        if (!trip.journey().finished()) {
            trip.journey().hold(nowMs);
        }
    }

    private void rest(boolean engineOn) {
        if (engineOn) {
            engine.idle(1);
        } else {
            engine.off();
        }
    }

    private void closePhase(long nowMs) {
        settle(nowMs);
        if (phase != null) {
            double seconds = (nowMs - phaseSinceMs) / 1_000.0;
            world.ledger.time(id(), phase.account(), seconds, phaseL);
            cycle.book(phase.account(), seconds);
        }
        phaseSinceMs = nowMs;
        phaseL = 0;
    }

    /** Puts the truck where a snapshot left it, without a word. */
    void place(TruckPhase at, TruckPhase then, String why, long untilMs, boolean engineOn) {
        phase = at;
        resume = then;
        reason = why;
        wakeAtMs = untilMs;
        rest(engineOn);
    }
}
