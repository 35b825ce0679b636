package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.EventTimeStreams;
import io.fueloptimine.operators.Scores;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pattern keeps scored windows in its state, as the version that scored them knew them. */
class ExcessFuelStateTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final AlarmSettings SETTINGS = AlarmSettings.defaults();

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, AlarmSignal>>
            STORY =
                    new StateStory<>(
                            "match-excess-fuel",
                            ExcessFuelStateTest::harness,
                            harness -> burnTooMuch(harness, 0, SETTINGS.excessWindows() - 1),
                            harness -> burnTooMuch(harness, SETTINGS.excessWindows() - 1, 12));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void countsTheBadWindowsThatAnEarlierVersionSaw(String version) throws Exception {
        List<Object> told = STORY.toldAfter(version);

        assertThat(told).isEqualTo(STORY.toldAfterItself()).isNotEmpty();
        AlarmSignal first = (AlarmSignal) told.get(0);
        assertThat(first.type()).isEqualTo(AlertType.EXCESS_FUEL);
        assertThat(first.at()).isEqualTo(START.plusSeconds(60L * SETTINGS.excessWindows()));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, AlarmSignal>
            harness() throws Exception {
        DataStream<ScoredWindow> scores =
                EventTimeStreams.of(
                        EventTimeStreams.environment(1),
                        List.of(score(0)),
                        score -> score.window().end(),
                        ScoredWindow.class);
        @SuppressWarnings("unchecked")
        OneInputTransformation<ScoredWindow, AlarmSignal> match =
                (OneInputTransformation<ScoredWindow, AlarmSignal>)
                        ExcessFuel.signals(scores, SETTINGS, Scores.NO_REASONS)
                                .getTransformation()
                                .getTransitivePredecessors()
                                .stream()
                                .filter(step -> "match-excess-fuel".equals(step.getUid()))
                                .findFirst()
                                .orElseThrow();
        return new KeyedOneInputStreamOperatorTestHarness<>(
                match.getOperatorFactory(), ScoredWindow::machineKey, Types.STRING);
    }

    private static void burnTooMuch(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, AlarmSignal> harness,
            int from,
            int to)
            throws Exception {
        for (int minute = from; minute < to; minute++) {
            ScoredWindow score = score(minute);
            long atMs = score.window().end().toEpochMilli() - 1;
            harness.processElement(score, atMs);
            harness.processWatermark(new Watermark(atMs));
        }
    }

    private static ScoredWindow score(int minute) {
        return Scores.of("T01", START.plusSeconds(60L * minute), 5, 8);
    }
}
