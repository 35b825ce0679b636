package io.fueloptimine.models.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.text.AlarmTexts;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import java.time.Instant;
import java.util.List;
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
                        "Burns 25 % more than the model expects, 2 % less before (model version"
                                + " 3)");
        assertThat(signal.evidence())
                .containsEntry("ratioBefore", -0.02)
                .containsEntry("ratioAfter", 0.254)
                .containsEntry("samplesAfter", 18.0);
    }

    @Test
    void clearsTheAlarmWhenTheConsumptionFalls() {
        assertThat(DriftSignals.of(drift(0.25, 0.05)).present()).isFalse();
    }

    @Test
    void namesAChangeOfTheFleetSinceWhenAndTheSuspectedCause() {
        AlarmSignal signal = DriftSignals.of(ofFleet(0.0, 0.07, false, SuspectedCause.ROAD_WET));

        assertThat(signal.present()).isTrue();
        assertThat(signal.machineId()).isNull();
        assertThat(signal.machineKey()).isEqualTo("andes");
        assertThat(signal.message())
                .isEqualTo(
                        "All trucks burn 7 % more than the model expects, 0 % more before, since"
                                + " 2026-05-04T08:35:00Z (model version 3); suspected: roads are"
                                + " wet or damaged");
    }

    @Test
    void clearsTheAlarmWhenANewModelVersionArrives() {
        AlarmSignal signal =
                DriftSignals.of(ofFleet(0.0, 0.07, true, SuspectedCause.MODEL_REPLACED));

        assertThat(signal.present()).isFalse();
        assertThat(signal.message()).isEqualTo("Model version 3 was replaced");
    }

    @Test
    void givesEachClassRoadAndKindOfDriftAnAlarmOfItsOwn() {
        List<AlarmSignal> signals =
                List.of(
                        DriftSignals.of(of(DriftKind.PERFORMANCE, DriftScope.CLASS, "930E")),
                        DriftSignals.of(of(DriftKind.PERFORMANCE, DriftScope.CLASS, "793F")),
                        DriftSignals.of(of(DriftKind.DATA, DriftScope.CLASS, "793F")),
                        DriftSignals.of(of(DriftKind.PERFORMANCE, DriftScope.ROAD, "R1")),
                        DriftSignals.of(ofFleet(0, 0.1, false, SuspectedCause.ROAD_WET)));
        assertThat(signals).extracting(AlarmSignal::alertId).doesNotHaveDuplicates();
        assertThat(signals.get(0).alertId())
                .isEqualTo("DRIFT:CLASS 930E/andes/" + AT.toEpochMilli());
    }

    @Test
    void namesSubjectAndCauseInBothLanguages() {
        AlarmSignal signal = DriftSignals.of(of(DriftKind.PERFORMANCE, DriftScope.CLASS, "930E"));
        assertThat(AlarmTexts.ENGLISH.of(signal).seen()).startsWith("The trucks of class 930E");
        assertThat(AlarmTexts.SPANISH.of(signal).reason()).contains("mojado");
        AlarmSignal data = DriftSignals.of(of(DriftKind.DATA, DriftScope.FLEET, "andes"));
        assertThat(AlarmTexts.ENGLISH.of(data).seen())
                .isEqualTo(
                        "The measurements of all trucks at andes are not as in the training data:"
                                + " payload_t.");
    }

    private static DriftEvent of(DriftKind kind, DriftScope scope, String subject) {
        return new DriftEvent(
                "id",
                "andes",
                null,
                DriftDetector.CUSUM,
                "residualRatio",
                AT,
                0.0,
                0.1,
                40,
                4,
                "3",
                kind,
                scope,
                subject,
                AT,
                false,
                SuspectedCause.ROAD_WET,
                "payload_t");
    }

    private static DriftEvent ofFleet(
            double before, double after, boolean ended, SuspectedCause cause) {
        return new DriftEvent(
                "andes/FLEET/andes/residualRatio/CUSUM/1",
                "andes",
                null,
                DriftDetector.CUSUM,
                "residualRatio",
                AT,
                before,
                after,
                40,
                4,
                "3",
                DriftKind.PERFORMANCE,
                DriftScope.FLEET,
                "andes",
                AT,
                ended,
                cause,
                null);
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
