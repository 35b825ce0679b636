package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.drift.cause.RoadDrifts;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.models.mine.road.RoadExcess;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FindCausesTest {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    @Test
    void judgesTheRoadsOfOneHourTogether() throws Exception {
        try (var harness = harness()) {
            harness.open();
            hour(harness, 1, 0, 0, 2, 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(at(1).toEpochMilli());

            assertThat(harness.extractOutputValues())
                    .extracting(DriftEvent::subject)
                    .containsExactly("R2");
        }
    }

    @Test
    void endsTheDriftOfARoadOnWhichNobodyDrivesAnyMore() throws Exception {
        try (var harness = harness()) {
            harness.open();
            hour(harness, 1, 0, 0, 2, 0);
            int last = 1 + (int) RoadDrifts.WITHOUT_EVIDENCE.toHours();
            harness.processWatermark(at(last).toEpochMilli() - 1);
            assertThat(harness.extractOutputValues()).hasSize(1);
            harness.processWatermark(at(last).toEpochMilli());

            assertThat(harness.extractOutputValues())
                    .extracting(DriftEvent::subject, DriftEvent::ended)
                    .containsExactly(tuple("R2", false), tuple("R2", true));
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    /** Rain is one event of the fleet, and remains one over a restart. */
    @Test
    void reportsNoRoadWhileTheFleetHasDrifted() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(DriftEvidence.of(fleet(false)), START.toEpochMilli());
            assertThat(harness.extractOutputValues()).hasSize(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            hour(harness, 1, 0, 0, 2, 0);
            harness.processWatermark(at(1).toEpochMilli());
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.processElement(DriftEvidence.of(fleet(true)), at(1).toEpochMilli());
            hour(harness, 2, 0, 0, 2, 0);
            harness.processWatermark(at(2).toEpochMilli());
            assertThat(harness.extractOutputValues())
                    .extracting(DriftEvent::scope)
                    .containsExactly(DriftScope.FLEET, DriftScope.ROAD);
        }
    }

    @Test
    void reportsNoRoadOfAnHourInWhichTheFleetHadDriftedWhenItsEndArrivesEarly() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(DriftEvidence.of(fleet(false)), START.toEpochMilli());
            hour(harness, 1, 0, 0, 2, 0);
            harness.processElement(DriftEvidence.of(fleet(true, at(2))), at(2).toEpochMilli());
            harness.processWatermark(at(1).toEpochMilli());
            assertThat(harness.extractOutputValues())
                    .extracting(DriftEvent::scope)
                    .containsExactly(DriftScope.FLEET, DriftScope.FLEET);

            hour(harness, 2, 0, 0, 2, 0);
            harness.processWatermark(at(2).toEpochMilli());
            assertThat(harness.extractOutputValues())
                    .extracting(DriftEvent::scope)
                    .containsExactly(DriftScope.FLEET, DriftScope.FLEET, DriftScope.ROAD);
        }
    }

    private static void hour(
            KeyedOneInputStreamOperatorTestHarness<String, DriftEvidence, DriftEvent> harness,
            int hour,
            double... excessPct)
            throws Exception {
        for (int i = 0; i < excessPct.length; i++) {
            RoadExcess road =
                    new RoadExcess(
                            "andes",
                            "R" + i,
                            at(hour),
                            40,
                            excessPct[i],
                            0.1,
                            excessPct[i] - 0.2,
                            0.2,
                            300,
                            200,
                            400,
                            null,
                            List.of());
            harness.processElement(DriftEvidence.of(road), at(hour).toEpochMilli() - 1);
        }
    }

    private static DriftEvent fleet(boolean ended) {
        return fleet(ended, START);
    }

    private static DriftEvent fleet(boolean ended, Instant at) {
        return new DriftEvent(
                "id-" + ended,
                "andes",
                null,
                DriftDetector.CUSUM,
                "residualRatio",
                at,
                0.0,
                0.1,
                40,
                4,
                "3",
                DriftKind.PERFORMANCE,
                DriftScope.FLEET,
                "andes",
                START,
                ended,
                SuspectedCause.ROAD_WET,
                null);
    }

    private static Instant at(int hour) {
        return START.plusSeconds(3_600L * hour);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftEvidence, DriftEvent>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FindCauses()), DriftEvidence::site, Types.STRING);
    }
}
