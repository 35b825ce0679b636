package io.fueloptimine.operators.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier.Kind;
import io.fueloptimine.operators.StateStory;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishOutliersTest {

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<
                            String, ConsumptionOutlier, ConsumptionOutlier>>
            STORY =
                    new StateStory<>(
                            "publish-outliers",
                            PublishOutliersTest::harness,
                            h -> h.processElement(outlier("T1", 1), 0),
                            h -> h.processElement(outlier("T1", null), 1));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void tellsTheEndOfWhatAnEarlierVersionPublished(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).hasSize(1);
    }

    @Test
    void passesOnThoseThatStandOutAndTheirEndOnce() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(outlier("T1", null), 0);
            harness.processElement(outlier("T2", 1), 1);
            harness.processElement(outlier("T2", null), 2);
            harness.processElement(outlier("T2", null), 3);

            assertThat(harness.extractOutputValues())
                    .containsExactly(outlier("T2", 1), outlier("T2", null));
        }
    }

    private static ConsumptionOutlier outlier(String code, Integer rank) {
        return new ConsumptionOutlier(
                "andes", Kind.MACHINE, code, AdviceSamples.START, 60, 6, 1.3, 1.2, 1.4, rank);
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    String, ConsumptionOutlier, ConsumptionOutlier>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new PublishOutliers()),
                ConsumptionOutlier::site,
                Types.STRING);
    }
}
