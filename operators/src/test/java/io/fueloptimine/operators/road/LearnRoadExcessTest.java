package io.fueloptimine.operators.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.dispatch.road.RoadExcessSettings;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LearnRoadExcessTest {

    @Test
    void ranksTheBadRoadAtTheEndOfEachHour() throws Exception {
        try (var harness = harness()) {
            RoadSamples.feed(harness, 0, 125);

            List<RoadExcess> found = harness.extractOutputValues();
            assertThat(found).hasSize(4);
            assertThat(found.get(0).at()).isEqualTo(RoadSamples.START.plusSeconds(3_600));
            assertThat(found.get(0).segmentId()).isEqualTo("SOUTH-ROAD");
            assertThat(found.get(0).gradingRank()).isEqualTo(1);
            assertThat(found.get(1).gradingRank()).isNull();
            assertThat(found.get(0).speeds())
                    .extracting(SegmentSpeed::className, SegmentSpeed::fromLocationId)
                    .containsExactly(tuple("930E", "J-EXIT"));
            assertThat(found.get(2).at()).isEqualTo(RoadSamples.START.plusSeconds(7_200));
        }
    }

    @Test
    void forgetsEverythingAfterItsMemory() throws Exception {
        try (var harness = harness()) {
            RoadSamples.feed(harness, 0, 60);
            Instant later = RoadSamples.START.plus(Duration.ofHours(26));
            harness.processWatermark(later.toEpochMilli());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();

            RoadPass old = RoadSamples.pass("ORE-ROAD", 1, RoadSamples.START, 1);
            harness.processElement(old, old.endMs());
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RoadPass, RoadExcess> harness()
            throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new LearnRoadExcess(RoadSamples.MINES, RoadExcessSettings.DEFAULT)),
                        RoadPass::site,
                        Types.STRING);
        harness.open();
        return harness;
    }
}
