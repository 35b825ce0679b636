package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.operators.StreamFilter;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The attack: one sender makes up trucks, each with one reading. */
class MadeUpTrucksTest {

    private static final int MADE_UP = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final DispatchSettings SETTINGS = DispatchSettings.defaults();

    /** Of the four trucks and two loading units of the mine, with the description of the types. */
    private static final int MAX_STATE_BYTES = 70_000;

    private OneInputStreamOperatorTestHarness<Reading, Reading> picked;

    @BeforeEach
    void open() throws Exception {
        picked =
                new OneInputStreamOperatorTestHarness<>(
                        new StreamFilter<>(new DispatchReadings(SmallMine.SITES)));
        picked.open();
    }

    @AfterEach
    void close() throws Exception {
        picked.close();
    }

    @Test
    void areNoPartOfTheFleetAndGetNoTasksAndNoState() throws Exception {
        try (SiteHarness site = SiteHarness.open()) {
            flood(site);
            ownTrucksReport(site, SETTINGS.fleet().planEveryS() + 100L);

            assertThat(stateBytes(site.flink())).isLessThan(MAX_STATE_BYTES);
            assertThat(site.requests())
                    .last()
                    .satisfies(
                            request ->
                                    assertThat(request.situation().trucks())
                                            .extracting(TruckStatus::truckId)
                                            .containsExactlyInAnyOrder("T1", "T2", "T3", "T4"));
            assertThat(site.assignments())
                    .extracting(DispatchAssignment::truckId)
                    .containsExactly("T1", "T2", "T3", "T4");
        }
    }

    private void flood(SiteHarness harness) {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    for (int i = 0; i < MADE_UP; i++) {
                        pass(
                                harness,
                                SmallMine.truck(
                                        "FAKE-" + i, ProductionState.HAULING, "PIT", i % 100));
                    }
                });
    }

    private void ownTrucksReport(SiteHarness harness, long atSeconds) throws Exception {
        for (String id : List.of("T1", "T2", "T3", "T4")) {
            pass(harness, SmallMine.truck(id, ProductionState.DUMPING, "CRUSHER", atSeconds));
        }
    }

    private void pass(SiteHarness harness, Reading reading) throws Exception {
        picked.processElement(reading, reading.time().toEpochMilli());
        for (Reading passed : picked.extractOutputValues()) {
            harness.say(passed);
        }
        picked.getOutput().clear();
    }

    private static long stateBytes(AbstractStreamOperatorTestHarness<?> harness) throws Exception {
        return harness.snapshot(1, 1).getManagedKeyedState().getStateSize();
    }
}
