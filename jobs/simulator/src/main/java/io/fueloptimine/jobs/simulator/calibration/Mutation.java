package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Instant;
import java.util.List;

/**
 * A wrong simulator, which the calibration must find: one that drives, burns, holds or counts
 * trucks too much or too little by a factor.
 *
 * @param name what is wrong
 * @param speed factor of all speeds, at the same litres per metre
 * @param burn factor of all fuel rates
 * @param hold factor of the times that faces and dumps hold trucks
 * @param trucks number of trucks
 */
public record Mutation(String name, double speed, double burn, double hold, int trucks)
        implements Conditions {

    /** The simulator as it is. */
    public static final Mutation NONE = new Mutation("none", 1, 1, 1, 57);

    /**
     * Each of speeds, burn, queues and fleet by a fifth more and less, and a fleet of 35 trucks.
     */
    public static final List<Mutation> ALL =
            List.of(
                    new Mutation("speeds +20 %", 1.2, 1, 1, 57),
                    new Mutation("speeds -20 %", 0.8, 1, 1, 57),
                    new Mutation("burn +20 %", 1, 1.2, 1, 57),
                    new Mutation("burn -20 %", 1, 0.8, 1, 57),
                    new Mutation("queues +20 %", 1, 1, 1.2, 57),
                    new Mutation("queues -20 %", 1, 1, 0.8, 57),
                    new Mutation("fleet +20 %", 1, 1, 1, 68),
                    new Mutation("fleet -20 %", 1, 1, 1, 46),
                    new Mutation("35 trucks", 1, 1, 1, 35));

    @Override
    public double speedFactor(String machineId, Instant time) {
        return speed;
    }

    @Override
    public double fuelFactor(String machineId, Instant time) {
        return burn;
    }

    @Override
    public double holdFactor(String placeId, Instant time) {
        return hold;
    }
}
