package io.fueloptimine.jobs.settings;

import static io.fueloptimine.operators.SampleReadings.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.operators.EventTimeStreams;
import io.fueloptimine.operators.Plans;
import io.fueloptimine.operators.SampleReadings;
import io.fueloptimine.operators.Scores;
import io.fueloptimine.operators.alarm.AlarmPatterns;
import io.fueloptimine.operators.drift.DetectDrift;
import io.fueloptimine.operators.notes.ReadNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting of the file changes what an operator does. */
class SettingsInOperatorsTest {

    @TempDir Path folder;

    @Test
    void aLowerExcessRatioRaisesAnAlarmThatTheDefaultDoesNot() throws Exception {
        assertThat(alarmsAtTwentyPercentExcess("")).isEmpty();

        assertThat(alarmsAtTwentyPercentExcess("alarms: {excessRatio: 0.15}"))
                .extracting(Alert::type)
                .contains(AlertType.EXCESS_FUEL);
    }

    @Test
    void aLargerSmallestShiftReportsNoDriftWhereTheDefaultDoes() throws Exception {
        assertThat(driftsOfThirtyPercent("")).isNotEmpty();

        assertThat(driftsOfThirtyPercent("drift: {minShift: 0.4, minWear: 0.4}")).isEmpty();
    }

    @Test
    void theAlarmOfANoteIsClearedAfterTheTimeOfTheFile() throws Exception {
        assertThat(noteClearedAt("")).isEqualTo(START.plusSeconds(3_600));

        assertThat(noteClearedAt("notes: {alarmOpenMin: 5}")).isEqualTo(START.plusSeconds(300));
    }

    private List<Alert> alarmsAtTwentyPercentExcess(String yaml) throws Exception {
        List<ScoredWindow> scores = new ArrayList<>();
        for (int minute = 0; minute < 30; minute++) {
            scores.add(Scores.of("T01", START.plusSeconds(60L * minute), 5, 6));
        }
        StreamExecutionEnvironment env = EventTimeStreams.environment(1);
        List<Alert> alerts = new ArrayList<>();
        try (CloseableIterator<Alert> raised =
                AlarmPatterns.of(
                                EventTimeStreams.of(
                                        env,
                                        List.of(SampleReadings.telemetry("T02", 1, START)),
                                        Reading::time,
                                        Reading.class),
                                EventTimeStreams.of(
                                        env,
                                        scores,
                                        score -> score.window().end().minusMillis(1),
                                        ScoredWindow.class),
                                EventTimeStreams.of(
                                        env,
                                        List.of(
                                                new QualityHour(
                                                        "andes", "T02", START, 100, 0, 0, 0, 0,
                                                        null, 0)),
                                        QualityHour::hourStart,
                                        QualityHour.class),
                                Plans.none(env),
                                EventTimeStreams.noSignals(env),
                                EventTimeStreams.noCommands(env),
                                Scores.MINES,
                                settings(yaml).alarms(),
                                settings(yaml).tanks(),
                                settings(yaml).lifecycle(),
                                Scores.NO_REASONS)
                        .alerts()
                        .executeAndCollect()) {
            raised.forEachRemaining(alerts::add);
        }
        return alerts;
    }

    private List<DriftEvent> driftsOfThirtyPercent(String yaml) throws Exception {
        try (var harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new DetectDrift(settings(yaml).drift(), settings(yaml).fleetDrift()),
                        ScoredWindow::site,
                        Types.STRING)) {
            for (int minute = 0; minute < 120; minute++) {
                Instant start = START.plusSeconds(60L * minute);
                double ratio = (minute < 60 ? 0 : 0.3) + (minute % 2 == 0 ? 0.02 : -0.02);
                harness.processElement(
                        Scores.of("T01", start, 5, 5 * (1 + ratio)), start.toEpochMilli());
            }
            harness.processWatermark(START.plusSeconds(86_400).toEpochMilli());
            return harness.extractOutputValues();
        }
    }

    private Instant noteClearedAt(String yaml) throws Exception {
        try (var harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new ReadNotes(Scores.MINES, settings(yaml).notes()),
                        Reading::machineKey,
                        Types.STRING)) {
            harness.processElement(note("Sale humo del motor"), START.toEpochMilli());
            harness.processWatermark(START.plusSeconds(86_400).toEpochMilli());
            return harness.extractOutputValues().get(1).at();
        }
    }

    private static Reading note(String text) {
        return new Reading(
                "andes",
                EquipmentKind.HAULTRUCK,
                "T01",
                ReadingStream.NOTE,
                1,
                START,
                START,
                false,
                List.of(),
                null,
                null,
                null,
                new Note("op-7", text),
                null,
                null);
    }

    private StepSettings settings(String yaml) throws IOException {
        return StepSettings.read(Files.writeString(folder.resolve("settings.yaml"), yaml));
    }
}
