package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.dispatch.ReasonCode;
import java.util.List;

/**
 * One attempt to find a task for a truck.
 *
 * @param number number of the attempt, from 1
 * @param refused destinations that the truck has rejected
 * @param diversions number of times the truck was diverted on this trip
 * @param reason reason code of a repeated attempt; null for the first attempt
 */
public record AssignmentAttempt(
        int number, List<String> refused, int diversions, ReasonCode reason) {

    /** The first attempt, without a special reason. */
    public static AssignmentAttempt first() {
        return new AssignmentAttempt(1, List.of(), 0, null);
    }

    TaskOption reasoned(TaskOption choice) {
        return reason == null ? choice : choice.because(reason);
    }
}
