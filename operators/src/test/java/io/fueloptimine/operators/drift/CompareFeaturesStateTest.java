package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.operators.StateStory;
import java.nio.file.Path;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompareFeaturesStateTest {

    @TempDir private Path root;

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void comparesTheDayWhoseMorningAnEarlierVersionSaw(String version) throws Exception {
        ComparedClass.champion(root, true);
        StateStory<
                        KeyedBroadcastOperatorTestHarness<
                                String, ScoredWindow, ModelAnnouncement, DataDrift>>
                story =
                        new StateStory<>(
                                "compare-features",
                                () -> ComparedClass.harness(root, DataDriftSettings.DEFAULT),
                                harness -> feed(harness, 0, 8 * 60),
                                harness -> feed(harness, 8 * 60, 24 * 60));

        assertThat(story.toldAfter(version)).isEqualTo(story.toldAfterItself()).hasSize(3 * 16);
    }

    private static void feed(
            KeyedBroadcastOperatorTestHarness<String, ScoredWindow, ModelAnnouncement, DataDrift>
                    harness,
            int from,
            int to)
            throws Exception {
        for (int minute = from; minute < to; minute++) {
            ScoredWindow window = ComparedClass.window(minute, 1.15, 0);
            harness.processElement(window, window.window().end().toEpochMilli() - 1);
            Watermark passed = new Watermark(window.window().end().toEpochMilli());
            harness.processWatermark(passed);
            harness.processBroadcastWatermark(passed);
        }
    }
}
