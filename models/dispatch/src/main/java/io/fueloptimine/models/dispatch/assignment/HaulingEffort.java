package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.ShiftProgress;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Tonnes that were loaded and tonnes that the working trucks could have moved without any wait or
 * stop. Their quotient gives the trucks that a number of tonnes needs. Old tonnes lose weight.
 * Immutable.
 *
 * @param at time of the latest update (UTC); null before the first
 * @param loadedT tonnes loaded, t
 * @param possibleT tonnes that were possible, t
 */
public record HaulingEffort(Instant at, double loadedT, double possibleT) {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Time in which old tonnes lose half of their weight, h. */
    private static final double HALF_LIFE_H = 6;

    /** Evidence of the share of the settings, t. */
    private static final double PRIOR_T = 15_000;

    static HaulingEffort none() {
        return new HaulingEffort(null, 0, 0);
    }

    /**
     * The effort after a time.
     *
     * @param possibleTph possible tonnes per hour since the latest update, t/h
     */
    HaulingEffort plus(Instant now, double possibleTph, ShiftProgress before, ShiftProgress after) {
        if (at == null) {
            return new HaulingEffort(now, 0, 0);
        }
        double hours = (now.toEpochMilli() - at.toEpochMilli()) / MILLIS_PER_HOUR;
        if (hours < 0) {
            return new HaulingEffort(at, loadedT + loadedT(before, after), possibleT);
        }
        double weight = Math.pow(0.5, hours / HALF_LIFE_H);
        return new HaulingEffort(
                now,
                weight * loadedT + loadedT(before, after),
                weight * possibleT + possibleTph * hours);
    }

    private static double loadedT(ShiftProgress before, ShiftProgress after) {
        if (!Objects.equals(before.shiftStart(), after.shiftStart())) {
            return 0;
        }
        return total(before.faceLeftT()) - total(after.faceLeftT());
    }

    private static double total(Map<String, Double> tonnes) {
        return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Tonnes that trucks move by the tonnes that they could move. */
    double share(AssignerSettings settings) {
        return (loadedT + settings.workingShare() * PRIOR_T) / (possibleT + PRIOR_T);
    }
}
