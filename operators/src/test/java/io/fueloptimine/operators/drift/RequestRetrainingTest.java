package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.drift.residual.FleetDriftSettings;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestRetrainingTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, DriftEvent, RetrainRequest>>
            STORY =
                    new StateStory<>(
                            "request-retraining",
                            RequestRetrainingTest::harness,
                            harness -> add(harness, drift(DriftScope.FLEET, 0, false, "3")),
                            harness -> {
                                add(harness, drift(DriftScope.FLEET, 60, false, "3"));
                                add(harness, drift(DriftScope.FLEET, 400, false, "3"));
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void pausesAfterTheRequestThatAnEarlierVersionMade(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).hasSize(1);
    }

    @Test
    void requestsAModelWhenTheFleetHasDrifted() throws Exception {
        assertThat(requests(drift(DriftScope.FLEET, 30, false, "3")))
                .containsExactly(
                        new RetrainRequest(
                                "fuel-window/FLEET/30",
                                "fuel-window",
                                RetrainCause.FLEET_DRIFT,
                                "the fleet drifted since 2026-01-05T08:00:00Z: residualRatio from"
                                        + " +0.00 to +0.12; suspected: roads are wet or damaged",
                                START.plusSeconds(30 * 60)));
    }

    @Test
    void requestsOneModelForOneVersionWithinTheSpan() throws Exception {
        assertThat(
                        requests(
                                drift(DriftScope.CLASS, 0, false, "3"),
                                drift(DriftScope.FLEET, 20, false, "3"),
                                drift(DriftScope.FLEET, 40, false, "4"),
                                drift(DriftScope.FLEET, 400, false, "4")))
                .extracting(RetrainRequest::requestId)
                .containsExactly(
                        "fuel-window/CLASS/0", "fuel-window/FLEET/40", "fuel-window/FLEET/400");
    }

    @Test
    void leavesSingleTrucksRoadsAndTheEndOfDriftsToOthers() throws Exception {
        assertThat(
                        requests(
                                drift(DriftScope.MACHINE, 0, false, "3"),
                                drift(DriftScope.ROAD, 1, false, "3"),
                                drift(DriftScope.FLEET, 2, true, "3")))
                .isEmpty();
    }

    private static List<RetrainRequest> requests(DriftEvent... drifts) throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (DriftEvent drift : drifts) {
                add(harness, drift);
            }
            return harness.extractOutputValues();
        }
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, DriftEvent, RetrainRequest> harness,
            DriftEvent drift)
            throws Exception {
        harness.processElement(drift, drift.detectedAt().toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftEvent, RetrainRequest>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new RequestRetraining("fuel-window", FleetDriftSettings.DEFAULT)),
                DriftEvent::site,
                Types.STRING);
    }

    private static DriftEvent drift(DriftScope scope, int minute, boolean ended, String version) {
        return new DriftEvent(
                scope + "/" + minute,
                "andes",
                scope == DriftScope.MACHINE ? "T01" : null,
                DriftDetector.CUSUM,
                "residualRatio",
                START.plusSeconds(60L * minute),
                0,
                0.12,
                40,
                4,
                version,
                DriftKind.PERFORMANCE,
                scope,
                scope == DriftScope.FLEET ? "andes" : "S1",
                START,
                ended,
                SuspectedCause.ROAD_WET,
                null);
    }
}
