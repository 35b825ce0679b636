package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.operators.Scores;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestRetrainingTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final double WORSE = 0.2;
    private static final double BETTER = -0.2;

    @Test
    void asksOnceWhenAThirdOfTheTrucksHasDriftedAlike() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(12, 0);
            requests.drift("T01", 10, WORSE, "3");
            requests.drift("T02", 20, WORSE, "3");
            requests.drift("T03", 25, WORSE, "3");
            assertThat(requests.told()).isEmpty();

            requests.drift("T04", 30, WORSE, "3");
            requests.drift("T05", 40, WORSE, "3");
            requests.drift("T06", 90, WORSE, "3");

            assertThat(requests.told())
                    .containsExactly(
                            new RetrainRequest(
                                    "fuel-window/T04/30",
                                    "fuel-window",
                                    RetrainCause.FLEET_DRIFT,
                                    "4 of 12 trucks drifted in the same direction since 2026-01-05T08:10:00Z:"
                                            + " residualRatio by +0.20 on average (T01, T02, T03,"
                                            + " T04)",
                                    START.plusSeconds(30 * 60)));
        }
    }

    @Test
    void leavesOneTruckThatWearsOutToTheAlarms() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(2, 0);
            for (int hour = 0; hour < 48; hour++) {
                requests.drift("T01", hour * 60, WORSE, "3");
            }
            requests.drift("T02", 48 * 60, WORSE, "3");

            assertThat(requests.told()).isEmpty();
        }
    }

    @Test
    void countsOnlyTrucksThatDriftedInTheSameDirection() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(9, 0);
            requests.drift("T01", 1, WORSE, "3");
            requests.drift("T02", 2, BETTER, "3");
            requests.drift("T03", 3, WORSE, "3");
            requests.drift("T04", 4, BETTER, "3");
            assertThat(requests.told()).isEmpty();

            requests.drift("T05", 5, BETTER, "3");
            assertThat(requests.told())
                    .extracting(RetrainRequest::reason)
                    .containsExactly(
                            "3 of 9 trucks drifted in the same direction since 2026-01-05T08:02:00Z: residualRatio"
                                    + " by -0.20 on average (T02, T04, T05)");
        }
    }

    @Test
    void countsOnlyTrucksThatDriftedWithinTheSpan() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(9, 0);
            requests.drift("T01", 0, WORSE, "3");
            requests.drift("T02", 120, WORSE, "3");
            requests.work(9, 240);
            requests.drift("T03", 241, WORSE, "3");
            assertThat(requests.told()).isEmpty();

            requests.drift("T04", 250, WORSE, "3");
            assertThat(requests.told()).hasSize(1);
        }
    }

    @Test
    void takesTheTrucksAtWorkForTheFleet() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(30, 0);
            requests.work(9, 300);
            requests.drift("T01", 301, WORSE, "3");
            requests.drift("T02", 302, WORSE, "3");
            requests.drift("T03", 303, WORSE, "3");

            assertThat(requests.told()).hasSize(1);
        }
    }

    @Test
    void asksAgainForTheSameVersionOnlyAfterThePauseButForANewOneAtOnce() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(3, 0);
            requests.driftAll(10, "3");
            requests.driftAll(300, "3");
            assertThat(requests.told()).hasSize(1);

            requests.driftAll(310, "4");
            assertThat(requests.told()).hasSize(2);

            requests.driftAll(660, "4");
            assertThat(requests.told()).hasSize(2);
            requests.driftAll(700, "4");
            assertThat(requests.told()).hasSize(3);
        }
    }

    @Test
    void doesNotAddUpDriftsUnderDifferentModels() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(6, 0);
            requests.drift("T01", 1, WORSE, "3");
            requests.drift("T02", 2, WORSE, "3");
            requests.drift("T03", 3, WORSE, "4");
            requests.drift("T04", 4, WORSE, "4");
            assertThat(requests.told()).isEmpty();
        }
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (Requests first = new Requests()) {
            first.work(9, 0);
            first.drift("T01", 1, WORSE, "3");
            first.drift("T02", 2, WORSE, "3");
            snapshot = first.harness.snapshot(1, 1);
        }
        try (Requests second = new Requests(snapshot)) {
            second.drift("T03", 3, WORSE, "3");
            assertThat(second.told()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void keepsThePauseThatAnEarlierVersionBegan(String version) throws Exception {
        OperatorSubtaskState snapshot =
                StateStory.snapshotOf("request-retraining", version, () -> afterARequest());
        try (Requests requests = new Requests(snapshot)) {
            requests.driftAll(120, "3");
            assertThat(requests.told()).isEmpty();
            requests.driftAll(361, "3");
            assertThat(requests.told()).hasSize(1);
        }
    }

    private static OperatorSubtaskState afterARequest() throws Exception {
        try (Requests requests = new Requests()) {
            requests.work(9, 0);
            requests.driftAll(1, "3");
            assertThat(requests.told()).hasSize(1);
            return requests.harness.snapshot(1, 1);
        }
    }

    /** The operator under test, with minutes since the start for times. */
    private static final class Requests implements AutoCloseable {

        private final KeyedTwoInputStreamOperatorTestHarness<
                        String, ScoredWindow, DriftEvent, RetrainRequest>
                harness;

        Requests() throws Exception {
            this(null);
        }

        Requests(OperatorSubtaskState snapshot) throws Exception {
            harness =
                    new KeyedTwoInputStreamOperatorTestHarness<>(
                            new KeyedCoProcessOperator<>(
                                    new RequestRetraining(
                                            "fuel-window", FleetDriftSettings.DEFAULT)),
                            score -> score.window().site(),
                            DriftEvent::site,
                            Types.STRING);
            if (snapshot != null) {
                harness.initializeState(snapshot);
            }
            harness.open();
        }

        void work(int trucks, int minute) throws Exception {
            for (int truck = 1; truck <= trucks; truck++) {
                ScoredWindow score = Scores.of("T%02d".formatted(truck), at(minute), 5, 5);
                harness.processElement1(score, at(minute).toEpochMilli());
            }
        }

        void driftAll(int minute, String version) throws Exception {
            for (int truck = 1; truck <= 3; truck++) {
                drift("T0" + truck, minute, WORSE, version);
            }
        }

        void drift(String machineId, int minute, double by, String version) throws Exception {
            DriftEvent drift =
                    new DriftEvent(
                            machineId + "/" + minute,
                            "andes",
                            machineId,
                            DriftDetector.ADWIN,
                            "residualRatio",
                            at(minute),
                            0.01,
                            0.01 + by,
                            40,
                            20,
                            version);
            harness.processElement2(drift, at(minute).toEpochMilli());
        }

        List<RetrainRequest> told() {
            return harness.extractOutputValues();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }

        private static Instant at(int minute) {
            return START.plusSeconds(60L * minute);
        }
    }
}
