package io.fueloptimine.operators.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FollowPassesStateTest {

    /** A truck needs 74 s for the 370 m from FACE-1 to J-LOW-EAST. */
    private static final int SECONDS = 74;

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, Reading, RoadPass>>
            STORY =
                    new StateStory<>(
                            "follow-road-passes",
                            () ->
                                    new KeyedOneInputStreamOperatorTestHarness<>(
                                            new KeyedProcessOperator<>(
                                                    new FollowPasses(RoadSamples.MINES)),
                                            Reading::machineKey,
                                            Types.STRING),
                            harness -> drive(harness, 0, 40),
                            harness -> drive(harness, 40, SECONDS + 12));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void findsTheSegmentWhoseFirstHalfAnEarlierVersionSaw(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).hasSize(1);
    }

    private static void drive(
            KeyedOneInputStreamOperatorTestHarness<String, Reading, RoadPass> harness,
            int from,
            int to)
            throws Exception {
        for (int second = from; second < to; second++) {
            double share = (double) second / SECONDS;
            double eastingM = 1_500 + share * (1_250 - 1_500);
            double northingM = 1_230 + share * (970 - 1_230);
            Instant at = RoadSamples.START.plusSeconds(second);
            Telemetry telemetry =
                    new Telemetry(
                            "930E",
                            "OP",
                            ProductionState.HAULING,
                            360.0,
                            null,
                            null,
                            null,
                            null,
                            null,
                            18.0,
                            290.0,
                            1.1,
                            eastingM,
                            northingM,
                            3_398 + 4 * share,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            harness.processElement(
                    new Reading(
                            RoadSamples.MINE.site(),
                            EquipmentKind.HAULTRUCK,
                            "T01",
                            ReadingStream.TELEMETRY,
                            second,
                            at,
                            at,
                            false,
                            List.of(),
                            telemetry,
                            null,
                            null,
                            null,
                            null,
                            null),
                    at.toEpochMilli());
        }
    }
}
