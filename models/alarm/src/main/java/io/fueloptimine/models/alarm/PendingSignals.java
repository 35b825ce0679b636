package io.fueloptimine.models.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of a machine at one moment and waits for the time to pass it.
 *
 * @param signals what detectors said, in order of arrival
 * @param minute the minute that ended then; null when none did
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

    /** The signals in an order that does not depend on who spoke first. */
    public List<AlarmSignal> inOrder() {
        return signals.stream()
                .sorted(
                        Comparator.comparing(AlarmSignal::type)
                                .thenComparing(AlarmSignal::present)
                                .thenComparing(AlarmSignal::severity))
                .toList();
    }
}
