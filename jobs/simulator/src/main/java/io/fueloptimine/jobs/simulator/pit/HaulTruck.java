package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Route;
import io.fueloptimine.models.mine.Truck;
import java.util.List;

/**
 * One haul truck: what it is at, and what happens when that ends. What it does next is its {@link
 * TruckDriver}'s choice, how it travels its {@link TruckTrip}'s, and what it does at its places its
 * {@link TruckWork}'s.
 */
final class HaulTruck {

    static final long NEVER = LoadingPlace.NEVER;

    final PitWorld world;
    final Truck truck;
    final Dice dice;
    final TruckEngine engine;
    final Voice voice;
    final TruckDay day;
    final TruckTrip trip;
    final TruckDriver driver;
    final TruckWork work;
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

    HaulTruck(PitWorld world, int index, Truck truck, TruckEngine engine, Dice dice, long nowMs) {
        this.world = world;
        this.truck = truck;
        this.engine = engine;
        this.dice = dice;
        voice = new Voice(world, EquipmentKind.HAULTRUCK, truck.id());
        day = new TruckDay(world, truck.id(), index, nowMs, dice);
        trip = new TruckTrip(world, this);
        driver = new TruckDriver(world, this);
        work = new TruckWork(world, this);
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

    /** Waits until then, ms, for what its phase waits for; {@link #NEVER} until it is called. */
    void wakeAt(long atMs) {
        wakeAtMs = atMs;
    }

    /** When its phase began, ms. */
    long phaseSinceMs() {
        return phaseSinceMs;
    }

    void settle(long nowMs) {
        phaseL += engine.settle(nowMs, phase != null && phase.resting());
    }

    /** What was waited for has come. */
    void wake(long nowMs) {
        wakeAtMs = NEVER;
        settle(nowMs);
        switch (phase) {
            case TO_LOAD, HAULING, TO_FUEL, TO_PARK -> legDone(nowMs);
            case LOAD_QUEUE -> driver.queuedLong(nowMs);
            case SPOTTING -> work.load(nowMs);
            case LOADING -> work.loaded(nowMs);
            case DUMP_QUEUE -> work.dump(nowMs);
            case DUMPING -> work.emptied(nowMs);
            case FUEL_QUEUE -> work.refuel(nowMs);
            case REFUELLING -> work.refuelled(nowMs);
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

    /** Books the time and litres of the phase so far; its next part begins. */
    void closePhase(long nowMs) {
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
