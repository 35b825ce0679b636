package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.ReasonCode;
import java.util.List;

/**
 * Which try to find a truck a task this is.
 *
 * @param number from 1
 * @param refused destinations that the truck rejected before
 * @param diversions how often it was sent elsewhere on this trip
 * @param reason why there is another try; null at first
 */
record AssignmentAttempt(int number, List<String> refused, int diversions, ReasonCode reason) {

    TaskOption reasoned(TaskOption choice) {
        return reason == null ? choice : choice.because(reason);
    }
}
