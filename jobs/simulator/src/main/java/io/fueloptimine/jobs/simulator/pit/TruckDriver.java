package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.Task;
import java.util.Comparator;
import java.util.List;

/**
 * What a truck does next: its own day first, then what it was told, then its fixed pair.
 *
 * <p>Without orders a truck serves the loading unit and dump of its pair, or the nearest one of the
 * same material when its own is down.
 */
final class TruckDriver {

    private final PitWorld world;
    private final HaulTruck truck;
    private final TruckOrders orders;
    private double refuelAtL;
    private double fillToL;
    private long delayMs;
    private int delayAtLeg;
    private boolean stoodBy;

    TruckDriver(PitWorld world, HaulTruck truck) {
        this.world = world;
        this.truck = truck;
        orders = new TruckOrders(world, truck);
        drawNextRefuel();
    }

    TruckOrders orders() {
        return orders;
    }

    double refuelAtL() {
        return refuelAtL;
    }

    void refuelAt(double litres) {
        refuelAtL = litres;
    }

    /** An empty truck at its place chooses what to do. */
    void decide(long nowMs) {
        Tank tank = truck.engine.tank;
        if (ownDay(nowMs)) {
            return;
        }
        if (tank.levelL() < Habits.RESERVE_SHARE * tank.capacityL) {
            goForFuel(null, nowMs);
            return;
        }
        Order order = orders.nextEmpty(nowMs);
        if (order != null) {
            follow(order, nowMs);
        } else if (tank.levelL() < refuelAtL) {
            goForFuel(null, nowMs);
        } else if (!standBy(nowMs)) {
            goToLoad(world.pairing.unitFor(truck, nowMs), null, nowMs);
        }
    }

    void cycleDone() {
        stoodBy = false;
    }

    /** A rest without a journey behind it is over. */
    void rested(long nowMs) {
        String reason = truck.reason();
        if ("SHIFT_CHANGE".equals(reason)) {
            truck.day.changed(nowMs);
            truck.engine.driver(truck.day.burnFactor());
        } else if ("DOWN".equals(reason)) {
            truck.day.repaired(nowMs, truck.dice);
        }
        orders.released();
        truck.assignmentId = null;
        decide(nowMs);
    }

    /** The way is done. */
    void arrived(long nowMs) {
        switch (truck.phase()) {
            case TO_LOAD -> truck.unit.arrive(truck, nowMs);
            case HAULING -> arrivedAtDump(nowMs);
            case TO_FUEL -> arrivedAtBay(nowMs);
            case TO_PARK -> orders.parkHere(nowMs);
            default -> throw new IllegalStateException(truck.id() + " arrived " + truck.phase());
        }
    }

    /** A full truck sets out. */
    void haul(long nowMs) {
        Material material = truck.unit.unit.material();
        Order order = orders.nextOffload(material, nowMs);
        truck.dump =
                order == null
                        ? world.pairing.dumpFor(truck, material, nowMs)
                        : world.dumpPlaces.get(order.destinationId());
        truck.assignmentId = order == null ? null : order.assignmentId();
        truck.travel(
                TruckPhase.HAULING,
                truck.dump.point.locationId(),
                order == null ? List.of() : order.segmentIds(),
                nowMs);
    }

    /** Starts a stop on the way that chance has put there; whether it did. */
    boolean delayed(long nowMs) {
        boolean here = truck.phase() == TruckPhase.TO_LOAD && delayMs > 0;
        if (!here || truck.trip.journey().legsDone() < delayAtLeg) {
            return false;
        }
        long until = nowMs + delayMs;
        delayMs = 0;
        truck.stand("STANDBY", until, TruckPhase.TO_LOAD, true, nowMs);
        return true;
    }

    /** Turns off where an order says so; whether it did. */
    boolean diverted(long nowMs) {
        Order order = orders.diversion();
        if (order == null) {
            return false;
        }
        if (order.task() == Task.OFFLOAD) {
            truck.dump = world.dumpPlaces.get(order.destinationId());
            truck.assignmentId = order.assignmentId();
            truck.travel(TruckPhase.HAULING, order.destinationId(), order.segmentIds(), nowMs);
        } else {
            follow(order, nowMs);
        }
        return true;
    }

    /** Nobody loads here for long: looks elsewhere if the unit is down. */
    void queuedLong(long nowMs) {
        if (truck.unit.down()) {
            truck.unit.giveUp(truck);
            truck.cycle.cancel();
            decide(nowMs);
        }
    }

    void noWay(TruckPhase wanted, long nowMs) {
        world.notes.roadBlocked(truck, nowMs);
        truck.stand("ROAD_CLOSED", nowMs + Habits.ROAD_RETRY_MS, wanted, true, nowMs);
    }

    /** After a restart a truck bound for fuel goes to the nearest bay. */
    void nearestBayIsMine() {
        truck.bay = nearestBay();
    }

    double litresWanted() {
        return Math.max(0, fillToL - truck.engine.tank.levelL());
    }

    void drawNextRefuel() {
        double tankL = truck.engine.tank.capacityL;
        Dice dice = truck.dice;
        fillToL = tankL * Math.min(1, Habits.FULL_SHARE + Habits.FULL_SHARE_SD * dice.gaussian());
        double share = Habits.REFUEL_SHARE + Habits.REFUEL_SHARE_SD * dice.gaussian();
        refuelAtL = fillToL - tankL * Math.max(0.12, Math.min(share, 0.87));
    }

    void goPark(String placeId, String reason, long nowMs) {
        orders.parkFor(reason);
        String parking = placeId == null ? world.ways.nearestParking(truck.place) : placeId;
        truck.travel(TruckPhase.TO_PARK, parking, List.of(), nowMs);
    }

    private boolean ownDay(long nowMs) {
        TruckDay day = truck.day;
        if (world.down(truck.id(), nowMs)) {
            truck.stand("DOWN", HaulTruck.NEVER, null, false, nowMs);
        } else if (day.breakdownDue(nowMs)) {
            long repairMs = Math.round(1_000 * Habits.repairS(truck.dice));
            truck.stand("DOWN", nowMs + repairMs, null, false, nowMs);
        } else if (world.conditions.parked(truck.id(), world.instant(nowMs))) {
            goPark(null, "STANDBY", nowMs);
        } else if (day.changeDue(nowMs)) {
            goPark(null, "SHIFT_CHANGE", nowMs);
        } else if (day.mealDue(nowMs)) {
            day.eaten();
            long mealMs = Math.round(1_000 * Habits.MEAL.draw(truck.dice));
            truck.stand("BREAK", nowMs + mealMs, null, true, nowMs);
        } else {
            return false;
        }
        return true;
    }

    private void follow(Order order, long nowMs) {
        truck.assignmentId = order.assignmentId();
        truck.cycle.cancel();
        switch (order.task()) {
            case LOAD -> goToLoad(world.loadingPlaces.get(order.unitId()), order, nowMs);
            case FUEL -> goForFuel(order, nowMs);
            case PARK -> goPark(orders.parkingOf(order), "PARK", nowMs);
            default -> orders.waitHere(order, nowMs);
        }
    }

    private boolean standBy(long nowMs) {
        double seconds = stoodBy ? 0 : Habits.STANDBY.draw(truck.dice);
        stoodBy = true;
        if (seconds < 1) {
            return false;
        }
        truck.stand("STANDBY", nowMs + Math.round(1_000 * seconds), null, true, nowMs);
        return true;
    }

    private void goToLoad(LoadingPlace unit, Order order, long nowMs) {
        truck.unit = unit;
        truck.cycle.begin(nowMs);
        delayMs = Math.round(1_000 * Habits.delayS(truck.dice));
        delayAtLeg = 1 + truck.dice.below(3);
        List<String> wanted = order == null ? List.of() : order.segmentIds();
        truck.travel(TruckPhase.TO_LOAD, unit.unit.faceId(), wanted, nowMs);
    }

    private void goForFuel(Order order, long nowMs) {
        String wanted = order == null ? null : order.destinationId();
        truck.bay =
                wanted != null && world.fuelBays.containsKey(wanted)
                        ? world.fuelBays.get(wanted)
                        : nearestBay();
        truck.travel(TruckPhase.TO_FUEL, truck.bay.locationId, List.of(), nowMs);
    }

    private FuelBay nearestBay() {
        return world.fuelBays.values().stream()
                .min(Comparator.comparingDouble(b -> world.ways.metres(truck.place, b.locationId)))
                .orElseThrow(() -> new IllegalStateException("the mine has no fuel bay"));
    }

    private void arrivedAtDump(long nowMs) {
        if (truck.dump.arrive(truck)) {
            truck.work.dumpInBay(nowMs);
        } else {
            truck.work.queueForDump(HaulTruck.NEVER, nowMs);
        }
    }

    private void arrivedAtBay(long nowMs) {
        if (truck.bay.arrive(truck)) {
            truck.work.refuel(nowMs);
        } else {
            truck.work.queueForFuel(nowMs);
        }
    }
}
