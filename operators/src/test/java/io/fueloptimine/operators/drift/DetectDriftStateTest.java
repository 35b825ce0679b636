package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.Scores;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectDriftStateTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent>>
            STORY =
                    new StateStory<>(
                            "detect-drift",
                            DriftHarness::flink,
                            harness -> feed(harness, 0, 150),
                            harness -> feed(harness, 150, 350));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void detectsTheWearAfterHealthyHoursInTheStateOfAnEarlierVersion(String version)
            throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).isNotEmpty();
    }

    /**
     * Healthy for two and a half hours, then 40 % above what it should burn; a small wave on both.
     */
    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent> harness,
            int from,
            int to)
            throws Exception {
        for (int minute = from; minute < to; minute++) {
            Instant at = START.plusSeconds(60L * minute);
            double ratio = (minute < 150 ? 0 : 0.4) + 0.05 * Math.sin(minute);
            harness.processElement(
                    Scores.of("T01", at, 5, 5 * (1 + ratio), "3"), at.toEpochMilli());
            harness.processWatermark(at.plusSeconds(60).toEpochMilli());
        }
    }
}
