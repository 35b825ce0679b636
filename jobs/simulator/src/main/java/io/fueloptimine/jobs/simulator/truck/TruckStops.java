package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.TruckPhase;

/**
 * The stops of a truck that do not depend on assignments: breakdowns, parking orders, shift
 * changes, meals, the standby time of a cycle and the delay on the way to a loading unit.
 */
final class TruckStops {

    private final PitContext context;
    private final HaulTruck truck;

    TruckStops(PitContext context, HaulTruck truck) {
        this.context = context;
        this.truck = truck;
    }

    /**
     * Starts a breakdown, parking order, shift change or meal if it is due. Returns whether the
     * truck stops or parks for this reason.
     */
    boolean interrupted(long nowMs) {
        TruckSchedule schedule = truck.schedule();
        boolean own = context.activities().ownStops();
        if (context.down(truck.id(), nowMs)) {
            truck.stand("DOWN", HaulTruck.NEVER, null, false, nowMs);
        } else if (own && schedule.breakdownDue(nowMs)) {
            truck.stand("DOWN", nowMs + schedule.repairMs(), null, false, nowMs);
        } else if (context.conditions().parked(truck.id(), context.instant(nowMs))) {
            truck.driver().goPark(null, "STANDBY", nowMs);
        } else if (own && schedule.changeOverDue(nowMs)) {
            truck.driver().goPark(null, "SHIFT_CHANGE", nowMs);
        } else if (own && schedule.mealDue(nowMs)) {
            schedule.takeMeal();
            SeededRandom random = truck.random().ofShift(Purpose.MEAL, schedule.shift());
            long mealMs = Math.round(1_000 * DurationModel.MEAL.draw(random));
            truck.stand("BREAK", nowMs + mealMs, null, true, nowMs);
        } else {
            return false;
        }
        return true;
    }

    /** Draws a time without work, once per haul cycle. Returns whether the truck now stands. */
    boolean standBy(long nowMs) {
        double seconds =
                context.activities().ownStops() && truck.random().firstStandby()
                        ? DurationModel.STANDBY.draw(truck.random().ofCycle(Purpose.STANDBY))
                        : 0;
        if (seconds < 1) {
            return false;
        }
        truck.stand("STANDBY", nowMs + Math.round(1_000 * seconds), null, true, nowMs);
        return true;
    }

    /** The time of the next breakdown that stops the truck on its way, in ms since the epoch. */
    long nextOnRoadMs() {
        TruckSchedule schedule = truck.schedule();
        return context.activities().ownStops() && schedule.stopsOnRoad()
                ? schedule.breakdownMs()
                : HaulTruck.NEVER;
    }

    /** Stops the truck where it is until its repair; it then continues its journey. */
    void breakDownOnRoad(long nowMs) {
        long untilMs = nowMs + truck.schedule().repairMs();
        truck.stand("DOWN", untilMs, truck.phase(), false, nowMs);
    }

    /**
     * Starts a breakdown that became due at a station, or the delay of this cycle, before the truck
     * drives its next leg. Returns whether the truck now stands.
     */
    boolean onRoad(long nowMs) {
        if (nowMs >= nextOnRoadMs()) {
            breakDownOnRoad(nowMs);
            return true;
        }
        return delayed(nowMs);
    }

    /**
     * Starts the delay of this cycle if the delay is due: after one to three legs of the empty
     * trip, or on the last leg of a shorter trip. Returns whether the delay has started.
     */
    private boolean delayed(long nowMs) {
        if (truck.phase() != TruckPhase.TO_LOAD || truck.random().delayTaken()) {
            return false;
        }
        SeededRandom random = truck.random().ofCycle(Purpose.DELAY);
        long cycle = truck.random().cycle();
        double delayS = context.activities().delayS(truck.id(), cycle, random);
        long delayMs = Math.round(1_000 * delayS);
        boolean due = truck.trip().legsDriven() > random.below(3) || truck.trip().onLastLeg();
        if (!due || delayMs == 0) {
            return false;
        }
        truck.random().takeDelay();
        truck.stand("STANDBY", nowMs + delayMs, TruckPhase.TO_LOAD, true, nowMs);
        return true;
    }
}
