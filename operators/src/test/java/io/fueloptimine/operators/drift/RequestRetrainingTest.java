package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.RetrainRequest;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class RequestRetrainingTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void asksOnceForManyMachinesThatDriftTogetherAndAgainHoursLater() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, DriftEvent, RetrainRequest> harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new RequestRetraining("fuel-window", DriftSettings.DEFAULT),
                        DriftEvent::site,
                        Types.STRING)) {
            harness.processElement(drift("T01", 0), 0);
            harness.processElement(drift("T02", 1), 1);
            harness.processElement(drift("T03", 5), 2);
            harness.processElement(drift("T04", 6), 3);

            assertThat(harness.extractOutputValues())
                    .extracting(RetrainRequest::requestId)
                    .containsExactly("fuel-window/T01/0", "fuel-window/T04/6");
            assertThat(harness.extractOutputValues().get(0).reason())
                    .isEqualTo("residualRatio of T01 went from 0.01 to 0.31");
        }
    }

    private static DriftEvent drift(String machineId, int hour) {
        return new DriftEvent(
                machineId + "/" + hour,
                "andes",
                machineId,
                "ADWIN",
                "residualRatio",
                START.plusSeconds(3_600L * hour),
                0.01,
                0.31,
                40,
                20,
                "3");
    }
}
