package io.fueloptimine.operators.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.StateStory;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdviseShutdownStateTest {

    private static final StateStory<
                    KeyedTwoInputStreamOperatorTestHarness<
                            String, Reading, FuelWindow, ShutdownAdvice>>
            STORY =
                    new StateStory<>(
                            "advise-shutdown",
                            () -> ShutdownHarness.of(AdviceSettings.DEFAULT),
                            harness -> {
                                ShutdownHarness.learnBreaks(harness, 0);
                                ShutdownHarness.stop(harness, "T02", 300);
                                ShutdownHarness.minute(harness, "T02", 303, true);
                                ShutdownHarness.stop(harness, "T03", 304);
                            },
                            harness -> {
                                ShutdownHarness.minute(harness, "T03", 306, true);
                                ShutdownHarness.drive(harness, "T02", 310);
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void goesOnWithTheWaitsThatAnEarlierVersionSaw(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).hasSize(2);
    }
}
