package io.fueloptimine.operators.pattern;

import static io.fueloptimine.models.mine.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.ProductionState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.StateChange;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineDownTriggersTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, PlanTrigger> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new MachineDownTriggers(), Reading::machineId, Types.STRING);
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
                        new PlanTrigger("andes", "MACHINE_DOWN", "T01", START.plusSeconds(10)),
                        new PlanTrigger("andes", "MACHINE_UP", "T01", START.plusSeconds(60)));
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
    void keepsMachinesApart() throws Exception {
        change("T01", 0, STOPPED, "DOWN");
        change("S01", 5, DRIVING, null);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    private void change(String machineId, int second, ProductionState state, String reason)
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
