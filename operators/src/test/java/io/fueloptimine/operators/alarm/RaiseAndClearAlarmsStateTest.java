package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RaiseAndClearAlarmsStateTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** One alarm is open at the snapshot, a second one still waits for its time. */
    private static final StateStory<
                    KeyedTwoInputStreamOperatorTestHarness<
                            String, AlarmSignal, MinuteOrCommand, Alert>>
            STORY =
                    new StateStory<>(
                            "open-alarms",
                            () ->
                                    new KeyedTwoInputStreamOperatorTestHarness<>(
                                            new KeyedCoProcessOperator<>(
                                                    new RaiseAndClearAlarms(
                                                            AlarmSettings.defaults(),
                                                            LifecycleSettings.DEFAULT)),
                                            AlarmSignal::machineKey,
                                            MinuteOrCommand::machineKey,
                                            Types.STRING),
                            harness -> {
                                say(harness, 60, AlertType.OVERLOAD, true);
                                advanceTo(harness, 60);
                                say(harness, 120, AlertType.FUEL_LEAK, true);
                            },
                            harness -> {
                                say(harness, 180, AlertType.OVERLOAD, true);
                                say(harness, 240, AlertType.OVERLOAD, false);
                                advanceTo(harness, 300);
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void closesTheAlarmThatAnEarlierVersionOpened(String version) throws Exception {
        assertThat(STORY.toldAfter(version))
                .isEqualTo(STORY.toldAfterItself())
                .extracting(alert -> ((Alert) alert).type())
                .containsExactly(AlertType.FUEL_LEAK, AlertType.OVERLOAD);
    }

    private static void say(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, MinuteOrCommand, Alert>
                    harness,
            long second,
            AlertType type,
            boolean present)
            throws Exception {
        Instant at = START.plusSeconds(second);
        harness.processElement1(
                new AlarmSignal(
                        "andes",
                        "T01",
                        type,
                        Severity.WARNING,
                        at,
                        present,
                        "a test",
                        Map.of("excessL", 12.5)),
                at.toEpochMilli());
    }

    private static void advanceTo(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, MinuteOrCommand, Alert>
                    harness,
            long second)
            throws Exception {
        long atMs = START.plusSeconds(second).toEpochMilli();
        harness.processWatermark1(new Watermark(atMs));
        harness.processWatermark2(new Watermark(atMs));
    }
}
