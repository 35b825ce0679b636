package io.fueloptimine.jobs.evaluation.match;

import io.fueloptimine.jobs.evaluation.scenario.InjectedFault;
import io.fueloptimine.jobs.evaluation.truth.WitnessedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Assigns alarms to faults by machine, type and time.
 *
 * <p>An alarm finds a fault if its type is one of those that name the fault, if it is about an
 * affected machine or about the whole site, and if it is raised from the beginning of the fault
 * until {@link #AFTER} its end. An alarm that a fault or a natural condition explains is right. Any
 * other alarm is false; an alarm raised before a fault is never found to be about it.
 *
 * <p>A fault that did not take place in the simulated mine is neither found nor missed, but it
 * still explains alarms.
 */
public final class AlarmMatching {

    /** A fault explains alarms for this long after its end. */
    public static final Duration AFTER = Duration.ofHours(3);

    private final List<FaultOutcome> outcomes = new ArrayList<>();
    private final List<RaisedAlarm> falseAlarms = new ArrayList<>();
    private final int notTakenPlace;

    /**
     * @param natural whether a natural condition of the mine explains an alarm
     */
    public AlarmMatching(
            List<WitnessedFault> faults, List<RaisedAlarm> alarms, Predicate<RaisedAlarm> natural) {
        List<RaisedAlarm> sorted =
                alarms.stream().sorted(Comparator.comparing(RaisedAlarm::raisedAt)).toList();
        int skipped = 0;
        for (WitnessedFault fault : faults) {
            if (fault.tookPlace()) {
                outcomes.add(
                        new FaultOutcome(
                                fault,
                                sorted.stream().filter(one -> finds(fault.fault(), one)).toList()));
            } else {
                skipped++;
            }
        }
        notTakenPlace = skipped;
        sorted.stream()
                .filter(one -> faults.stream().noneMatch(fault -> explains(fault.fault(), one)))
                .filter(natural.negate())
                .forEach(falseAlarms::add);
    }

    private static boolean finds(InjectedFault fault, RaisedAlarm alarm) {
        return fault.kind().isFoundBy(alarm.type()) && isAbout(fault, alarm);
    }

    private static boolean explains(InjectedFault fault, RaisedAlarm alarm) {
        return fault.kind().explains(alarm.type()) && isAbout(fault, alarm);
    }

    private static boolean isAbout(InjectedFault fault, RaisedAlarm alarm) {
        return fault.affects(alarm.site(), alarm.machineId())
                && !alarm.raisedAt().isBefore(fault.from())
                && !alarm.raisedAt().isAfter(fault.until().plus(AFTER));
    }

    /** The outcome of each fault that took place, in the order of the faults. */
    public List<FaultOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** The alarms that nothing explains, in the order of time. */
    public List<RaisedAlarm> falseAlarms() {
        return List.copyOf(falseAlarms);
    }

    /** Number of faults that had no effect in the simulated mine. */
    public int notTakenPlace() {
        return notTakenPlace;
    }
}
