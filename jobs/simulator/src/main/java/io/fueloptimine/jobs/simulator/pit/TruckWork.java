package io.fueloptimine.jobs.simulator.pit;

/** What a truck does at its places: at the loading unit, in the dump's bay, at the fuel bay. */
final class TruckWork {

    private static final int PASSES = 4;

    private final PitWorld world;
    private final HaulTruck truck;
    private double loadingS;
    private double loadT;

    TruckWork(PitWorld world, HaulTruck truck) {
        this.world = world;
        this.truck = truck;
    }

    /** What lies on the body now, t: it grows pass by pass and slides off while dumping. */
    double scaleT(long nowMs) {
        double share =
                (double) (nowMs - truck.phaseSinceMs())
                        / Math.max(1, truck.wakeAtMs() - truck.phaseSinceMs());
        if (truck.phase() == TruckPhase.LOADING) {
            return loadT * Math.floor(Math.min(1, share) * PASSES) / PASSES;
        }
        return truck.phase() == TruckPhase.DUMPING
                ? truck.payloadT * Math.max(0, Math.min(1, 1.3 - 1.3 * share))
                : truck.payloadT;
    }

    void queueForLoad(long nowMs) {
        truck.engine.idle(1);
        truck.enter(TruckPhase.LOAD_QUEUE, null, nowMs);
        truck.wakeAt(nowMs + Habits.QUEUE_PATIENCE_MS);
    }

    void spot(long nowMs) {
        truck.settle(nowMs);
        truck.engine.idle(Habits.SPOTTING_BURN);
        truck.enter(TruckPhase.SPOTTING, null, nowMs);
        truck.wakeAt(nowMs + Math.max(1_000, Math.round(1_000 * Habits.SPOT.draw(truck.dice))));
    }

    /** A dump's bay is free for this truck. */
    void dumpInBay(long nowMs) {
        truck.settle(nowMs);
        double holdS = Habits.DUMP_HOLD.draw(truck.dice);
        if (truck.phase() == TruckPhase.HAULING && holdS >= 1) {
            queueForDump(nowMs + Math.round(1_000 * holdS), nowMs);
        } else {
            dump(nowMs);
        }
    }

    void queueForDump(long untilMs, long nowMs) {
        truck.engine.idle(1);
        truck.enter(TruckPhase.DUMP_QUEUE, null, nowMs);
        truck.wakeAt(untilMs);
    }

    void queueForFuel(long nowMs) {
        truck.engine.idle(1);
        truck.enter(TruckPhase.FUEL_QUEUE, "REFUELLING", nowMs);
        truck.wakeAt(HaulTruck.NEVER);
    }

    void refuel(long nowMs) {
        truck.settle(nowMs);
        truck.engine.idle(1);
        truck.enter(TruckPhase.REFUELLING, "REFUELLING", nowMs);
        double seconds =
                Habits.REFUEL_HANDLING.draw(truck.dice)
                        + truck.driver.litresWanted() / Habits.PUMP_LPS;
        truck.wakeAt(nowMs + Math.round(1_000 * seconds));
    }

    void load(long nowMs) {
        truck.engine.idle(1);
        loadingS =
                Habits.loadingS(truck.unit.unit.kind(), truck.unit.unit.meanLoadingS(), truck.dice);
        loadT = Habits.payloadT(truck.engine.truckClass.payloadT(), truck.dice);
        truck.enter(TruckPhase.LOADING, null, nowMs);
        truck.unit.loadingBegins(nowMs);
        truck.wakeAt(nowMs + Math.round(1_000 * loadingS));
    }

    void loaded(long nowMs) {
        truck.payloadT = loadT;
        LoadingPlace place = truck.unit;
        truck.driver.haul(nowMs);
        place.loaded(loadingS, nowMs);
    }

    void dump(long nowMs) {
        truck.engine.idle(Habits.DUMPING_BURN);
        truck.enter(TruckPhase.DUMPING, null, nowMs);
        truck.wakeAt(nowMs + Math.max(1_000, Math.round(1_000 * Habits.DUMPING.draw(truck.dice))));
    }

    void emptied(long nowMs) {
        truck.closePhase(nowMs);
        double dumpedT = truck.payloadT;
        truck.payloadT = 0;
        world.tally.cycles++;
        truck.cycle.end(world.ledger, nowMs, dumpedT);
        DumpPlace left = truck.dump;
        truck.assignmentId = null;
        truck.driver.cycleDone();
        truck.driver.decide(nowMs);
        left.leave(dumpedT, nowMs);
    }

    void refuelled(long nowMs) {
        truck.bay.meter(
                truck.id(),
                truck.engine.tank,
                truck.driver.litresWanted(),
                truck.phaseSinceMs(),
                nowMs);
        truck.driver.drawNextRefuel();
        FuelBay left = truck.bay;
        truck.assignmentId = null;
        truck.driver.decide(nowMs);
        left.leave(nowMs);
    }
}
