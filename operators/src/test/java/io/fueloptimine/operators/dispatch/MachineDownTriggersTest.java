package io.fueloptimine.operators.dispatch;

import static io.fueloptimine.models.mine.reading.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.reading.ProductionState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.operators.StateStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachineDownTriggersTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** The truck is down at the snapshot. */
    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, Reading, PlanTrigger>>
            STORY =
                    new StateStory<>(
                            "machine-down",
                            MachineDownTriggersTest::harness,
                            harness -> change(harness, "T01", 10, STOPPED, "DOWN"),
                            harness -> {
                                change(harness, "T01", 5, DRIVING, null);
                                change(harness, "T01", 60, DRIVING, null);
                            });

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, PlanTrigger> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void asksForAPlanWhenAMachineBreaksDownAndWhenItComesBack() throws Exception {
        change("T01", 0, DRIVING, null);
        change("T01", 10, STOPPED, "DOWN");
        change("T01", 20, STOPPED, "DOWN");
        change("T01", 60, DRIVING, null);

        assertThat(harness.extractOutputValues())
                .containsExactly(
                        new PlanTrigger(
                                "andes", PlanCause.MACHINE_DOWN, "T01", START.plusSeconds(10)),
                        new PlanTrigger(
                                "andes", PlanCause.MACHINE_UP, "T01", START.plusSeconds(60)));
    }

    @Test
    void takesABreakOrARefuellingForNoBreakdown() throws Exception {
        change("T01", 0, STOPPED, "BREAK");
        change("T01", 10, STOPPED, "REFUELLING");
        change("T01", 20, DRIVING, null);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void ignoresAChangeThatIsPast() throws Exception {
        change("T01", 30, DRIVING, null);
        change("T01", 10, STOPPED, "DOWN");

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void forgetsAfterAMonthWhenAMachineChangedButNotThatItIsDown() throws Exception {
        change("T01", 30, DRIVING, null);
        change("S01", 30, STOPPED, "DOWN");
        harness.setStateTtlProcessingTime(Duration.ofDays(31).toMillis());
        change("T01", 10, STOPPED, "DOWN");
        change("S01", 40, DRIVING, null);

        assertThat(harness.extractOutputValues())
                .extracting(PlanTrigger::cause)
                .containsExactly(
                        PlanCause.MACHINE_DOWN, PlanCause.MACHINE_DOWN, PlanCause.MACHINE_UP);
    }

    @Test
    void keepsMachinesApart() throws Exception {
        change("T01", 0, STOPPED, "DOWN");
        change("S01", 5, DRIVING, null);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void seesTheTruckComeBackThatAnEarlierVersionSawBreakDown(String version) throws Exception {
        assertThat(STORY.toldAfter(version))
                .isEqualTo(STORY.toldAfterItself())
                .containsExactly(
                        new PlanTrigger(
                                "andes", PlanCause.MACHINE_UP, "T01", START.plusSeconds(60)));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Reading, PlanTrigger> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new MachineDownTriggers()),
                Reading::machineKey,
                Types.STRING);
    }

    private void change(String machineId, int second, ProductionState state, String reason)
            throws Exception {
        change(harness, machineId, second, state, reason);
    }

    private static void change(
            KeyedOneInputStreamOperatorTestHarness<String, Reading, PlanTrigger> harness,
            String machineId,
            int second,
            ProductionState state,
            String reason)
            throws Exception {
        StateChange change =
                new StateChange(state, null, null, null, null, null, null, null, null, reason);
        Instant time = START.plusSeconds(second);
        harness.processElement(
                new Reading(
                        "andes",
                        EquipmentKind.HAULTRUCK,
                        machineId,
                        ReadingStream.STATE,
                        second,
                        time,
                        time,
                        false,
                        List.of(),
                        null,
                        change,
                        null,
                        null,
                        null,
                        null),
                time.toEpochMilli());
    }
}
