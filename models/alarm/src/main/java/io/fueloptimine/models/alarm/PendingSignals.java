package io.fueloptimine.models.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A machine's signals and minute of one event time, until the watermark passes it.
 *
 * @param signals the detectors' signals, in order of arrival
 * @param minute the minute that ended at this time; null when none did
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

    /** The signals in an order that does not depend on their arrival. */
    public List<AlarmSignal> inOrder() {
        return signals.stream()
                .sorted(
                        Comparator.comparing(AlarmSignal::type)
                                .thenComparing(AlarmSignal::present)
                                .thenComparing(AlarmSignal::severity))
                .toList();
    }
}
