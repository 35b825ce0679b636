package io.fueloptimine.operators.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.road.RoadExcessSettings;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.operators.StateStory;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnRoadExcessStateTest {

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, RoadPass, RoadExcess>>
            STORY =
                    new StateStory<>(
                            "learn-road-excess",
                            () ->
                                    new KeyedOneInputStreamOperatorTestHarness<>(
                                            new KeyedProcessOperator<>(
                                                    new LearnRoadExcess(
                                                            RoadSamples.MINES,
                                                            RoadExcessSettings.DEFAULT)),
                                            RoadPass::site,
                                            Types.STRING),
                            harness -> RoadSamples.feed(harness, 0, 50),
                            harness -> RoadSamples.feed(harness, 50, 65));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void judgesTheRoadsByThePassesThatAnEarlierVersionSaw(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).isNotEmpty();
    }
}
