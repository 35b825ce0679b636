package io.fueloptimine.models.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The signals and the minute summary of one machine, or the signals of one site, at one event time,
 * which are kept until the watermark passes that time.
 *
 * @param signals the detectors' signals, in order of arrival
 * @param minute summary of the minute that ended at this time; null when there is none
 */
public record PendingSignals(List<AlarmSignal> signals, MachineMinute minute) {

    public static final PendingSignals NONE = new PendingSignals(List.of(), null);

    public PendingSignals with(AlarmSignal signal) {
        List<AlarmSignal> more = new ArrayList<>(signals);
        more.add(signal);
        return new PendingSignals(more, minute);
    }

    public PendingSignals with(MachineMinute newMinute) {
        return new PendingSignals(signals, newMinute);
    }

    /** The signals in an order that does not depend on the order of their arrival. */
    public List<AlarmSignal> inOrder() {
        return signals.stream()
                .sorted(
                        Comparator.comparing(AlarmSignal::type)
                                .thenComparing(AlarmSignal::at)
                                .thenComparing(AlarmSignal::present)
                                .thenComparing(AlarmSignal::severity)
                                .thenComparing(AlarmSignal::machineKey)
                                .thenComparing(
                                        AlarmSignal::causeId,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
