package io.fueloptimine.jobs.simulator.pit;

/** Looks after one truck every few seconds: breakdowns from outside, parking orders, dry tanks. */
final class TruckWatch {

    /** How long the fuel lorry takes to a dry truck, and what it leaves there. */
    private static final long RESCUE_MS = 3_600_000;

    private static final double RESCUE_SHARE = 0.25;

    private final PitWorld world;
    private final HaulTruck truck;
    private boolean heldDown;
    private long rescueAtMs = HaulTruck.NEVER;

    TruckWatch(PitWorld world, HaulTruck truck) {
        this.world = world;
        this.truck = truck;
        heldDown = "DOWN".equals(truck.reason()) && truck.wakeAtMs() == HaulTruck.NEVER;
    }

    void look(long nowMs) {
        truck.settle(nowMs);
        if (rescueAtMs != HaulTruck.NEVER) {
            rescue(nowMs);
        } else if (truck.engine.tank.levelL() <= 0 && truck.engine.on() && interruptible()) {
            rescueAtMs = nowMs + RESCUE_MS;
            truck.stand("DOWN", HaulTruck.NEVER, thenOf(), false, nowMs);
        } else {
            lookDown(nowMs);
            lookParked(nowMs);
        }
    }

    private void lookDown(long nowMs) {
        boolean down = world.down(truck.id(), nowMs);
        if (down && !heldDown && interruptible()) {
            heldDown = true;
            leaveQueue();
            truck.stand("DOWN", HaulTruck.NEVER, thenOf(), false, nowMs);
        } else if (!down && heldDown) {
            heldDown = false;
            truck.wake(nowMs);
        }
    }

    private void lookParked(long nowMs) {
        boolean parked = world.conditions.parked(truck.id(), world.instant(nowMs));
        boolean held = truck.phase() == TruckPhase.PARKED && truck.wakeAtMs() == HaulTruck.NEVER;
        boolean free =
                truck.phase().resting()
                        && truck.resume() == null
                        && truck.payloadT == 0
                        && !heldDown
                        && !held;
        if (parked && free) {
            truck.driver.goPark(null, "STANDBY", nowMs);
        } else if (!parked && held) {
            truck.wake(nowMs);
        }
    }

    private void rescue(long nowMs) {
        if (nowMs < rescueAtMs) {
            return;
        }
        rescueAtMs = HaulTruck.NEVER;
        Tank tank = truck.engine.tank;
        FuelBay lorry = world.fuelBays.values().iterator().next();
        lorry.meter(truck.id(), tank, RESCUE_SHARE * tank.capacityL, nowMs - 600_000, nowMs);
        truck.wake(nowMs);
    }

    private boolean interruptible() {
        TruckPhase phase = truck.phase();
        return phase.travelling() || phase.resting() || phase == TruckPhase.LOAD_QUEUE;
    }

    private void leaveQueue() {
        if (truck.phase() == TruckPhase.LOAD_QUEUE) {
            truck.unit.giveUp(truck);
            truck.cycle.cancel();
        }
    }

    private TruckPhase thenOf() {
        TruckPhase phase = truck.phase();
        if (phase.travelling()) {
            return phase;
        }
        return phase.resting() ? truck.resume() : null;
    }
}
