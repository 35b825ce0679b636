package io.fueloptimine.operators.drift;

import static io.fueloptimine.operators.drift.ComparedClass.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.drift.distribution.DistributionShift.Limits;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareFeaturesTest {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    @TempDir private Path root;
    private KeyedBroadcastOperatorTestHarness<String, ScoredWindow, ModelAnnouncement, DataDrift>
            harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void comparesEverySixHoursAndJudgesTheShapeOfAWholeDay() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);

        play(0, DAY, 1, 0);

        List<DataDrift> payload = rows("payload_t");
        assertThat(payload)
                .extracting(row -> Duration.between(START, row.at()).toHours())
                .containsExactly(6L, 12L, 18L, 24L);
        assertThat(payload)
                .extracting(DataDrift::status)
                .containsExactly(
                        DataDriftStatus.PART_OF_DAY,
                        DataDriftStatus.PART_OF_DAY,
                        DataDriftStatus.PART_OF_DAY,
                        DataDriftStatus.STABLE);
        assertThat(payload)
                .extracting(DataDrift::samples)
                .containsExactly(360L, 720L, 1080L, 1440L);
        assertThat(harness.extractOutputValues())
                .hasSize(4 * 16)
                .noneMatch(row -> row.status() == DataDriftStatus.DRIFTED);
    }

    @Test
    void namesThePayloadWhoseScaleIsWrong() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);

        play(0, DAY, 1.15, 0);

        DataDrift last = rows("payload_t").get(3);
        assertThat(last.status()).isEqualTo(DataDriftStatus.DRIFTED);
        assertThat(last.exceeded()).contains("PSI beyond chance", "out of range");
        assertThat(rows("ambient_c").get(3).status()).isEqualTo(DataDriftStatus.STABLE);
        assertThat(last.driftedShare()).isBetween(1 / 16.0, 0.5);
    }

    /** Values out of range need no whole day. */
    @Test
    void namesTheAirThatIsWarmerThanInAllTrainingData() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);

        play(0, 6 * HOUR, 1, 10);

        assertThat(harness.extractOutputValues())
                .filteredOn(row -> row.status() == DataDriftStatus.DRIFTED)
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.feature()).isEqualTo("ambient_c");
                            assertThat(row.exceeded()).startsWith("out of range");
                        });
    }

    @Test
    void comparesTheNewestDayOnly() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);

        play(0, DAY, 1.15, 0);
        play(DAY, 2 * DAY, 1, 0);

        List<DataDrift> payload = rows("payload_t");
        assertThat(payload.get(3).status()).isEqualTo(DataDriftStatus.DRIFTED);
        assertThat(payload.get(7).status()).isEqualTo(DataDriftStatus.STABLE);
        assertThat(payload.get(7).samples()).isEqualTo(DAY);
    }

    @Test
    void comparesAtTheFullHourAfterTheGivenNumberOfWindows() throws Exception {
        ComparedClass.champion(root, true);
        open(new DataDriftSettings(90, 6, 24, 0.2, Limits.DEFAULT), null);

        play(0, 4 * HOUR, 1, 0);

        assertThat(rows("payload_t"))
                .extracting(row -> Duration.between(START, row.at()).toHours())
                .containsExactly(2L, 4L);
    }

    /** Event time does not follow each window when a backlog is read. */
    @Test
    void comparesAtTheSameHoursWhenAllWindowsArriveBeforeEventTimeAdvances() throws Exception {
        ComparedClass.champion(root, true);
        open(new DataDriftSettings(90, 6, 24, 0.2, Limits.DEFAULT), null);

        for (int minute = 0; minute < 4 * HOUR; minute++) {
            add(ComparedClass.window(minute, 1, 0));
        }
        advanceTo(START.plus(Duration.ofHours(4)));

        assertThat(rows("payload_t"))
                .extracting(row -> Duration.between(START, row.at()).toHours(), DataDrift::samples)
                .containsExactly(tuple(2L, 120L), tuple(4L, 240L));
    }

    @Test
    void saysThatAChampionHasNoHistograms() throws Exception {
        ComparedClass.champion(root, false);
        open(DataDriftSettings.DEFAULT, null);

        play(0, 6 * HOUR, 1, 0);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.status()).isEqualTo(DataDriftStatus.NO_REFERENCE);
                            assertThat(row.feature()).isEqualTo(DataDrift.ALL_FEATURES);
                            assertThat(row.samples()).isEqualTo(6 * HOUR);
                            assertThat(row.psi()).isNull();
                        });
    }

    @Test
    void continuesFromASavepoint() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);
        play(0, DAY - HOUR, 1.15, 0);
        OperatorSubtaskState savepoint = harness.snapshot(1, 1);
        harness.close();

        open(DataDriftSettings.DEFAULT, savepoint);
        play(DAY - HOUR, DAY, 1.15, 0);

        assertThat(rows("payload_t"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.samples()).isEqualTo(DAY);
                            assertThat(row.status()).isEqualTo(DataDriftStatus.DRIFTED);
                        });
    }

    @Test
    void beginsAgainWithTheBinsOfANewChampion() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);
        play(0, DAY, 1, 0);
        OperatorSubtaskState savepoint = harness.snapshot(1, 1);
        harness.close();

        int next = ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, savepoint);
        play(DAY, DAY + 6 * HOUR, 1, 0);

        assertThat(rows("payload_t"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.modelVersion()).isEqualTo(Integer.toString(next));
                            assertThat(row.status()).isEqualTo(DataDriftStatus.PART_OF_DAY);
                            assertThat(row.samples()).isEqualTo(6 * HOUR);
                        });
    }

    @Test
    void keepsNoMoreThanTheComparedHours() throws Exception {
        ComparedClass.champion(root, true);
        open(DataDriftSettings.DEFAULT, null);

        play(0, DAY, 1, 0);
        long stateBytes = harness.snapshot(1, 1).getStateSize();
        play(DAY, 3 * DAY, 1, 0);

        assertThat(harness.snapshot(2, 2).getStateSize()).isEqualTo(stateBytes);
    }

    private void open(DataDriftSettings settings, OperatorSubtaskState savepoint) throws Exception {
        harness = ComparedClass.harness(root, settings);
        if (savepoint != null) {
            harness.initializeState(savepoint);
        }
        harness.open();
    }

    private void play(int from, int to, double payloadFactor, double warmerC) throws Exception {
        for (int minute = from; minute < to; minute++) {
            ScoredWindow window = ComparedClass.window(minute, payloadFactor, warmerC);
            add(window);
            advanceTo(window.window().end());
        }
    }

    private void add(ScoredWindow window) throws Exception {
        harness.processElement(window, window.window().end().toEpochMilli() - 1);
    }

    private void advanceTo(Instant time) throws Exception {
        Watermark passed = new Watermark(time.toEpochMilli());
        harness.processWatermark(passed);
        harness.processBroadcastWatermark(passed);
    }

    private List<DataDrift> rows(String feature) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.feature().equals(feature))
                .toList();
    }
}
