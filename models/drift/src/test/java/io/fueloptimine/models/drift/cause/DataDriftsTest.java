package io.fueloptimine.models.drift.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataDriftsTest {

    private static final Instant AT = Instant.parse("2026-05-04T08:00:00Z");

    private OpenDrifts open = OpenDrifts.NONE;

    private List<DriftEvent> play(DataDrift... rows) {
        OpenDrifts.Step step = DataDrifts.step(open, List.of(rows));
        open = step.open();
        return step.events();
    }

    @Test
    void makesOneEventOfTheFeaturesOfAClassAndEndsItWhenAllAreStable() {
        assertThat(play(drifted("930E", "payload_t", 1.5), drifted("930E", "mean_speed_kph", 0.4)))
                .singleElement()
                .satisfies(
                        drift -> {
                            assertThat(drift.kind()).isEqualTo(DriftKind.DATA);
                            assertThat(drift.scope()).isEqualTo(DriftScope.CLASS);
                            assertThat(drift.subject()).isEqualTo("930E");
                            assertThat(drift.metric()).isEqualTo("payload_t");
                            assertThat(drift.cause()).isEqualTo(SuspectedCause.PAYLOAD_SCALE);
                            assertThat(drift.evidence())
                                    .isEqualTo("payload_t (PSI 1.50), mean_speed_kph (PSI 0.40)");
                        });
        assertThat(play(drifted("930E", "payload_t", 1.6), stable("930E", "mean_speed_kph")))
                .isEmpty();
        assertThat(play(stable("930E", "payload_t"), stable("930E", "mean_speed_kph")))
                .extracting(DriftEvent::subject, DriftEvent::ended)
                .containsExactly(tuple("930E", true));
    }

    @Test
    void makesOneEventOfTheFleetOfOneCauseInAllClasses() {
        assertThat(play(drifted("930E", "ambient_c", 2), drifted("793F", "ambient_c", 1)))
                .extracting(DriftEvent::scope, DriftEvent::subject, DriftEvent::cause)
                .containsExactly(tuple(DriftScope.FLEET, "andes", SuspectedCause.FUEL_OR_WEATHER));
        assertThat(play(stable("930E", "ambient_c"), drifted("793F", "ambient_c", 1))).isEmpty();
        assertThat(play(stable("793F", "ambient_c")))
                .extracting(DriftEvent::scope, DriftEvent::ended)
                .containsExactly(tuple(DriftScope.FLEET, true));
    }

    @Test
    void endsTheEventWhenTheClassesAreNotComparedAnyMore() {
        play(drifted("930E", "ambient_c", 2), drifted("793F", "ambient_c", 1));
        Instant end = AT.plus(DataDrifts.WITHOUT_EVIDENCE);
        assertThat(DataDrifts.forgotten(open, "andes", end.minusMillis(1)).events()).isEmpty();

        OpenDrifts.Step step = DataDrifts.forgotten(open, "andes", end);
        assertThat(step.events())
                .extracting(DriftEvent::scope, DriftEvent::subject, DriftEvent::ended)
                .containsExactly(tuple(DriftScope.FLEET, "andes", true));
        assertThat(step.open()).isEqualTo(OpenDrifts.NONE);
    }

    @Test
    void keepsCausesAndClassesApart() {
        assertThat(play(drifted("930E", "ambient_c", 2), drifted("793F", "payload_t", 1)))
                .extracting(DriftEvent::subject)
                .containsExactly("793F", "930E");
        open = OpenDrifts.NONE;
        assertThat(play(drifted("930E", "ambient_c", 2), stable("793F", "ambient_c")))
                .extracting(DriftEvent::scope)
                .containsExactly(DriftScope.CLASS);
    }

    @Test
    void suspectsASensorWhenValuesAreMissing() {
        assertThat(
                        play(
                                row(
                                        "930E",
                                        "payload_t",
                                        0.5,
                                        DataDrifts.SENSOR_FAILED,
                                        DataDriftStatus.DRIFTED)))
                .extracting(DriftEvent::cause)
                .containsExactly(SuspectedCause.SENSOR_BIAS);
    }

    @Test
    void ignoresComputedFeatures() {
        assertThat(play(drifted("930E", "physics_l_per_min", 3))).isEmpty();
        assertThat(play(drifted("930E", "class_idle_lph", 3))).isEmpty();
    }

    private static DataDrift drifted(String equipmentClass, String feature, double psi) {
        return row(equipmentClass, feature, psi, 0, DataDriftStatus.DRIFTED);
    }

    private static DataDrift stable(String equipmentClass, String feature) {
        return row(equipmentClass, feature, 0.01, 0, DataDriftStatus.STABLE);
    }

    private static DataDrift row(
            String equipmentClass,
            String feature,
            double psi,
            double missingShare,
            DataDriftStatus status) {
        return new DataDrift(
                "andes",
                equipmentClass,
                feature,
                AT,
                AT.minusSeconds(86_400),
                "fuel-window",
                "3",
                2_000,
                psi,
                0.01,
                psi,
                0.1,
                0.1,
                0.1,
                0.0,
                missingShare,
                status,
                null,
                "1,2",
                0.1);
    }
}
