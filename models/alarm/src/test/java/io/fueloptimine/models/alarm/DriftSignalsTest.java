package io.fueloptimine.models.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DriftSignalsTest {

    private static final Instant AT = Instant.parse("2026-05-04T08:35:00Z");

    @Test
    void raisesTheAlarmWithBothMeansAndTheEvidence() {
        AlarmSignal signal = DriftSignals.of(drift(-0.02, 0.254));

        assertThat(signal.type()).isEqualTo(AlertType.DRIFT);
        assertThat(signal.present()).isTrue();
        assertThat(signal.machineId()).isEqualTo("T10");
        assertThat(signal.at()).isEqualTo(AT);
        assertThat(signal.message())
                .isEqualTo(
                        "Burns 25 % more than the model expects, 2 % less before (18 minutes at"
                                + " work since the change, 212 before; model version 3)");
        assertThat(signal.evidence())
                .containsEntry("ratioBefore", -0.02)
                .containsEntry("ratioAfter", 0.254)
                .containsEntry("windowsAfter", 18.0);
    }

    @Test
    void clearsTheAlarmWhenTheConsumptionFalls() {
        assertThat(DriftSignals.of(drift(0.25, 0.05)).present()).isFalse();
    }

    private static DriftEvent drift(double before, double after) {
        return new DriftEvent(
                "andes/T10/1",
                "andes",
                "T10",
                DriftDetector.ADWIN,
                "residualRatio",
                AT,
                before,
                after,
                212,
                18,
                "3");
    }
}
