package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.jobs.simulator.station.Stations;

/**
 * Checks one truck every few seconds for breakdowns, parking orders and an empty tank, and stops
 * the truck accordingly.
 */
public final class TruckSupervision {

    /** Time that the fuel lorry takes to reach a truck without fuel, ms. */
    private static final long FIELD_REFUEL_MS = 3_600_000;

    /** Volume that the fuel lorry fills into a truck, as a share of the tank's capacity. */
    private static final double FIELD_REFUEL_SHARE = 0.25;

    private final PitContext context;
    private final Stations stations;
    private final HaulTruck truck;
    private boolean heldDown;
    private long fieldRefuelAtMs = HaulTruck.NEVER;

    public TruckSupervision(PitContext context, Stations stations, HaulTruck truck) {
        this.context = context;
        this.stations = stations;
        this.truck = truck;
        heldDown = "DOWN".equals(truck.reason()) && truck.nextEventMs() == HaulTruck.NEVER;
    }

    public void update(long nowMs) {
        truck.settle(nowMs);
        if (fieldRefuelAtMs != HaulTruck.NEVER) {
            refuelInField(nowMs);
        } else if (truck.engine().tank().levelL() <= 0 && truck.engine().on() && interruptible()) {
            fieldRefuelAtMs = nowMs + FIELD_REFUEL_MS;
            truck.stand("DOWN", HaulTruck.NEVER, phaseAfterStop(), false, nowMs);
        } else {
            updateBreakdown(nowMs);
            updateParking(nowMs);
        }
    }

    private void updateBreakdown(long nowMs) {
        boolean down = context.down(truck.id(), nowMs);
        if (down && !heldDown && interruptible()) {
            heldDown = true;
            leaveQueue();
            truck.stand("DOWN", HaulTruck.NEVER, phaseAfterStop(), false, nowMs);
        } else if (!down && heldDown) {
            heldDown = false;
            truck.runEvent(nowMs);
        }
    }

    private void updateParking(long nowMs) {
        boolean ordered = context.conditions().parked(truck.id(), context.instant(nowMs));
        boolean parked =
                truck.phase() == TruckPhase.PARKED && truck.nextEventMs() == HaulTruck.NEVER;
        boolean free =
                truck.phase().resting()
                        && truck.resume() == null
                        && truck.payloadT() == 0
                        && !heldDown
                        && !parked;
        if (ordered && free) {
            truck.driver().goPark(null, "STANDBY", nowMs);
        } else if (!ordered && parked) {
            truck.runEvent(nowMs);
        }
    }

    private void refuelInField(long nowMs) {
        if (nowMs < fieldRefuelAtMs) {
            return;
        }
        fieldRefuelAtMs = HaulTruck.NEVER;
        FuelTank tank = truck.engine().tank();
        double litres = FIELD_REFUEL_SHARE * tank.capacityL();
        stations.fieldFuelBay().dispense(truck.id(), tank, litres, nowMs - 600_000, nowMs);
        truck.runEvent(nowMs);
    }

    private boolean interruptible() {
        TruckPhase phase = truck.phase();
        return phase.travelling() || phase.resting() || phase == TruckPhase.LOAD_QUEUE;
    }

    private void leaveQueue() {
        if (truck.phase() == TruckPhase.LOAD_QUEUE) {
            truck.task().loadingStation().leaveQueue(truck.work());
            truck.times().cancelCycle();
            context.digProgress().givesUp(truck.id());
        }
    }

    private TruckPhase phaseAfterStop() {
        TruckPhase phase = truck.phase();
        if (phase.travelling()) {
            return phase;
        }
        return phase.resting() ? truck.resume() : null;
    }
}
