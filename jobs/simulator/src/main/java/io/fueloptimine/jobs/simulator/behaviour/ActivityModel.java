package io.fueloptimine.jobs.simulator.behaviour;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Durations of the activities of a simulated mine, and which stops occur by themselves. The default
 * methods describe the calibrated mine ({@link DurationModel}); a mine that is fitted to records
 * replaces them. Every result must depend on the arguments alone. Durations are in seconds, 0 or
 * more.
 */
public interface ActivityModel {

    /** The activities of the calibrated mine. */
    ActivityModel USUAL = new ActivityModel() {};

    /** Time from the arrival in the loading position until loading begins. */
    default double spotS(String unitId, SeededRandom random) {
        return DurationModel.SPOT.draw(random);
    }

    /**
     * Loading time.
     *
     * @param meanS mean loading time of trucks of this class at this unit, s
     */
    default double loadingS(LoadingUnit unit, double meanS, SeededRandom random) {
        return DurationModel.loadingS(unit.kind(), meanS, random);
    }

    /** How long an idle loading unit needs until its face is ready for a truck. */
    default double faceHoldS(String unitId, SeededRandom random) {
        return DurationModel.FACE_HOLD.draw(random);
    }

    /**
     * The time until which a loading unit or dump serves no truck, in ms since the epoch; any time
     * up to {@code nowMs} when it serves trucks.
     *
     * @param placeId loading unit or location of the dump
     */
    default long heldUntilMs(String placeId, long nowMs) {
        return nowMs;
    }

    /** How long a dump holds a truck although a bay is free. */
    default double dumpHoldS(String dumpId, SeededRandom random) {
        return DurationModel.DUMP_HOLD.draw(random);
    }

    /** Dumping time. */
    default double dumpingS(String dumpId, SeededRandom random) {
        return DurationModel.DUMPING.draw(random);
    }

    /**
     * How long a truck stops on its way to the loading unit.
     *
     * @param cycle number of the truck's haul cycle, from 0
     */
    default double delayS(String truckId, long cycle, SeededRandom random) {
        return DurationModel.delayS(random);
    }

    /**
     * Whether breakdowns, refuelling, meals, shift changes, standby and refused orders occur by
     * themselves. If not, trucks and loading units stop only when the conditions say so, and for
     * the delay of each cycle.
     */
    default boolean ownStops() {
        return true;
    }

    /**
     * The time at which a truck sets out for its first load, in ms since the epoch; empty for a
     * random time within the first minutes.
     */
    default OptionalLong firstTripMs(String truckId) {
        return OptionalLong.empty();
    }

    /**
     * The location at which a truck is parked at the beginning; empty for the parking area that is
     * nearest to its own dump.
     */
    default Optional<String> firstPlace(String truckId) {
        return Optional.empty();
    }

    /**
     * The level of a truck's tank at the beginning, as a share of its capacity; empty for a random
     * level.
     */
    default OptionalDouble firstTankShare(String truckId) {
        return OptionalDouble.empty();
    }

    /**
     * The number of shifts whose planned tonnes become due; after them, no tonnes are added. A run
     * that ends when the tonnes of one shift are moved, however long that takes, has one shift.
     */
    default double plannedShifts() {
        return Double.POSITIVE_INFINITY;
    }
}
