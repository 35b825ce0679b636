package io.fueloptimine.jobs.evaluation.match;

import io.fueloptimine.jobs.evaluation.truth.WitnessedFault;
import java.time.Duration;
import java.util.List;

/**
 * What a detector said about one fault.
 *
 * @param found the alarms that find the fault, in the order of time
 */
public record FaultOutcome(WitnessedFault witnessed, List<RaisedAlarm> found) {

    public FaultOutcome {
        found = List.copyOf(found);
    }

    /** Whether the fault was found at all. */
    public boolean isFound() {
        return !found.isEmpty();
    }

    /** Whether the fault was found before its deadline. */
    public boolean isFoundInTime() {
        return isFound() && delayH() <= witnessed.fault().kind().deadline().toMinutes() / 60.0;
    }

    /**
     * Time from the beginning of the fault to the first alarm, h: operating hours if the deadline
     * counts them, else simulated hours; NaN when the fault was not found.
     */
    public double delayH() {
        if (!isFound()) {
            return Double.NaN;
        }
        if (witnessed.fault().kind().countsOperatingHours()) {
            return witnessed.operatingHours(found.get(0).raisedAt());
        }
        return Duration.between(witnessed.fault().from(), found.get(0).raisedAt()).toSeconds()
                / 3_600.0;
    }
}
