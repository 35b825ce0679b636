package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.behaviour.LoadingPasses;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.FuelBay;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.ServedTruck;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.TruckClass;

/** The activities of a truck at the loading unit, in the bay of a dump and at the fuel bay. */
final class TruckWork implements ServedTruck {

    private final PitContext context;
    private final HaulTruck truck;
    private final double largestT;
    private int passes = 1;
    private double loadingS;
    private double loadT;

    TruckWork(PitContext context, HaulTruck truck) {
        this.context = context;
        this.truck = truck;
        largestT =
                context.site().truckClasses().stream()
                        .mapToDouble(TruckClass::payloadT)
                        .max()
                        .orElse(truck.engine().truckClass().payloadT());
    }

    @Override
    public String id() {
        return truck.id();
    }

    /**
     * Payload on the truck's body, t. The payload increases with each pass of the loading unit, and
     * decreases while the truck dumps.
     */
    @Override
    public double payloadOnBodyT(long nowMs) {
        long sinceMs = truck.times().phaseSinceMs();
        double share = (double) (nowMs - sinceMs) / Math.max(1, truck.nextEventMs() - sinceMs);
        if (truck.phase() == TruckPhase.LOADING) {
            return loadT * Math.floor(Math.min(1, share) * passes) / passes;
        }
        return truck.phase() == TruckPhase.DUMPING
                ? truck.payloadT() * Math.max(0, Math.min(1, 1.3 - 1.3 * share))
                : truck.payloadT();
    }

    @Override
    public double cycleLoadT() {
        return truck.payloadT() > 0
                ? truck.payloadT()
                : DurationModel.payloadT(
                        truck.engine().truckClass().payloadT(),
                        truck.random().ofCycle(Purpose.PAYLOAD));
    }

    @Override
    public void waitForLoading(long nowMs) {
        truck.engine().idle(1);
        truck.enter(TruckPhase.LOAD_QUEUE, null, nowMs);
        truck.scheduleEvent(nowMs + DurationModel.QUEUE_CHECK_MS);
    }

    @Override
    public void startSpotting(long nowMs) {
        truck.settle(nowMs);
        truck.engine().idle(DurationModel.SPOTTING_BURN);
        truck.enter(TruckPhase.SPOTTING, null, nowMs);
        double seconds =
                context.activities()
                        .spotS(
                                truck.task().loadingStation().unit().id(),
                                truck.random().ofCycle(Purpose.SPOTTING));
        truck.scheduleEvent(nowMs + Math.max(1_000, Math.round(1_000 * seconds)));
    }

    @Override
    public void enterDumpBay(long nowMs) {
        truck.settle(nowMs);
        String dumpId = truck.task().dumpStation().point().locationId();
        double holdS =
                context.activities().dumpHoldS(dumpId, truck.random().ofCycle(Purpose.DUMP_HOLD))
                        * context.conditions().holdFactor(dumpId, context.instant(nowMs));
        if (truck.phase() == TruckPhase.HAULING && holdS >= 1) {
            queueForDump(nowMs + Math.round(1_000 * holdS), nowMs);
        } else {
            dump(nowMs);
        }
    }

    @Override
    public void waitForDump(long nowMs) {
        queueForDump(nowMs + DurationModel.QUEUE_CHECK_MS, nowMs);
    }

    private void queueForDump(long untilMs, long nowMs) {
        truck.engine().idle(1);
        truck.enter(TruckPhase.DUMP_QUEUE, null, nowMs);
        truck.scheduleEvent(untilMs);
    }

    void queueForFuel(long nowMs) {
        truck.engine().idle(1);
        truck.enter(TruckPhase.FUEL_QUEUE, "REFUELLING", nowMs);
        truck.scheduleEvent(HaulTruck.NEVER);
    }

    @Override
    public void startRefuelling(long nowMs) {
        truck.settle(nowMs);
        truck.engine().idle(1);
        truck.enter(TruckPhase.REFUELLING, "REFUELLING", nowMs);
        double seconds =
                DurationModel.REFUEL_HANDLING.draw(
                                truck.random().ofRefuelling(Purpose.REFUEL_HANDLING))
                        + truck.driver().refuelPlan().litresWanted() / DurationModel.PUMP_LPS;
        truck.scheduleEvent(nowMs + Math.round(1_000 * seconds));
    }

    /** Ends the spotting and starts the loading. */
    void load(long nowMs) {
        truck.engine().idle(1);
        LoadingStation station = truck.task().loadingStation();
        LoadingUnit unit = station.unit();
        passes = LoadingPasses.of(unit.kind(), truck.engine().truckClass().payloadT());
        double meanS = unit.meanLoadingS() * passes / LoadingPasses.of(unit.kind(), largestT);
        loadingS =
                Math.max(
                        1,
                        context.activities()
                                .loadingS(unit, meanS, station.ofLoad(Purpose.LOADING)));
        loadT =
                context.conditions()
                        .payloadT(
                                unit.id(),
                                cycleLoadT(),
                                truck.engine().truckClass().payloadT(),
                                context.instant(nowMs));
        truck.enter(TruckPhase.LOADING, null, nowMs);
        station.beginLoading(nowMs);
        truck.scheduleEvent(nowMs + Math.round(1_000 * loadingS));
    }

    /** Ends the loading; the truck drives to a dump. */
    void loaded(long nowMs) {
        truck.setPayloadT(loadT);
        LoadingStation left = truck.task().loadingStation();
        truck.driver().loadedTrip().begin(nowMs);
        left.endLoading(loadT, loadingS, nowMs);
    }

    void dump(long nowMs) {
        truck.engine().idle(DurationModel.DUMPING_BURN);
        truck.enter(TruckPhase.DUMPING, null, nowMs);
        String dumpId = truck.task().dumpStation().point().locationId();
        double seconds =
                context.activities().dumpingS(dumpId, truck.random().ofCycle(Purpose.DUMPING));
        truck.scheduleEvent(nowMs + Math.max(1_000, Math.round(1_000 * seconds)));
    }

    /** Ends the dumping and thus the haul cycle. */
    void emptied(long nowMs) {
        truck.closePhase(nowMs);
        double dumpedT = truck.payloadT();
        truck.setPayloadT(0);
        context.counters().addCycle();
        truck.times().endCycle(nowMs, dumpedT);
        DumpStation left = truck.task().dumpStation();
        LoadingUnit from = truck.task().loadingStation().unit();
        book(from, left.point().locationId(), dumpedT, nowMs);
        truck.task().endAssignment();
        truck.random().nextCycle();
        truck.driver().decide(nowMs);
        left.leave(dumpedT, from.material(), nowMs);
    }

    private void book(LoadingUnit from, String dumpId, double tonnes, long nowMs) {
        context.digProgress().dumped(truck.id(), dumpId, from.material(), tonnes);
        context.observer()
                .hauled(
                        new HauledLoad(
                                truck.id(),
                                from.id(),
                                from.faceId(),
                                from.material(),
                                dumpId,
                                tonnes,
                                nowMs));
    }

    /** Ends the refuelling. */
    void refuelled(long nowMs) {
        FuelBay left = truck.task().fuelBay();
        left.dispense(
                truck.id(),
                truck.engine().tank(),
                truck.driver().refuelPlan().litresWanted(),
                truck.times().phaseSinceMs(),
                nowMs);
        truck.driver().refuelled();
        truck.task().endAssignment();
        truck.driver().decide(nowMs);
        left.leave(nowMs);
    }
}
