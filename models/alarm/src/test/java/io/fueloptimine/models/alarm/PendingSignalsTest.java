package io.fueloptimine.models.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingSignalsTest {

    private static final MachineMinute MINUTE = Minutes.tank(0, 80, null, null);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void orderTheSignalsWithoutRegardToTheirArrival(long seed) {
        List<AlarmSignal> signals = new ArrayList<>();
        for (AlertType type : AlertType.values()) {
            signals.add(AlarmSignal.gone(MINUTE, type, "gone"));
            signals.add(present(type, Severity.WARNING));
            signals.add(present(type, Severity.CRITICAL));
            signals.add(present(type, Severity.CRITICAL).ofCause("A"));
            signals.add(present(type, Severity.CRITICAL).ofCause("B"));
            signals.add(ofMachine("T98", type));
            signals.add(ofMachine("T99", type));
        }
        List<AlarmSignal> expected = pending(signals).inOrder();
        Collections.shuffle(signals, new Random(seed));

        assertThat(pending(signals).inOrder()).isEqualTo(expected);
    }

    @Test
    void putWhatIsGoneBeforeWhatIsPresentSoThatAnAlarmCanReopen() {
        AlarmSignal gone = AlarmSignal.gone(MINUTE, AlertType.LOW_FUEL, "refuelled");
        AlarmSignal low = present(AlertType.LOW_FUEL, Severity.CRITICAL);

        assertThat(pending(List.of(low, gone)).inOrder()).containsExactly(gone, low);
    }

    @Test
    void keepTheMinuteAndTheSignalsWhicheverComesFirst() {
        AlarmSignal signal = present(AlertType.OVERLOAD, Severity.WARNING);

        assertThat(PendingSignals.NONE.with(MINUTE).with(signal))
                .isEqualTo(PendingSignals.NONE.with(signal).with(MINUTE));
        assertThat(PendingSignals.NONE.signals()).isEmpty();
        assertThat(PendingSignals.NONE.minute()).isNull();
    }

    private static AlarmSignal ofMachine(String machineId, AlertType type) {
        return new AlarmSignal(
                MINUTE.site(),
                machineId,
                type,
                Severity.CRITICAL,
                MINUTE.end(),
                true,
                "present",
                Map.of());
    }

    private static PendingSignals pending(List<AlarmSignal> signals) {
        PendingSignals pending = PendingSignals.NONE;
        for (AlarmSignal signal : signals) {
            pending = pending.with(signal);
        }
        return pending;
    }

    private static AlarmSignal present(AlertType type, Severity severity) {
        return AlarmSignal.present(MINUTE, type, severity, "present", Map.of());
    }
}
