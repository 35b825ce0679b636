package io.fueloptimine.operators.alarm;

import static io.fueloptimine.operators.alarm.MachineScript.START;
import static io.fueloptimine.operators.alarm.MachineScript.truck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.tank.BayFill;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.operators.Scores;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FollowTankTest {

    private static final List<MachineMinute> REFUELLING =
            truck("T01")
                    .level(m -> 30 - m * 0.1)
                    .drive(40)
                    .in(ProductionState.STOPPED)
                    .level(m -> 26 + (m - 40) * 10)
                    .idle(7)
                    .in(ProductionState.DRIVING)
                    .level(m -> 96 - (m - 47) * 0.1)
                    .drive(20)
                    .minutes();

    private static final List<MachineMinute> THEFT =
            truck("T01").off(10).level(m -> 70 - (m - 10)).off(6).level(64).off(20).minutes();

    @Test
    void joinsARefuellingWithItsLateMessage() throws Exception {
        try (var harness = harness()) {
            harness.open();
            say(harness, REFUELLING);
            bay(harness, "T01", 2_940);

            TankEvent last = events(harness).get(events(harness).size() - 1);
            assertThat(events(harness)).extracting(TankEvent::eventId).containsOnly(last.eventId());
            assertThat(last.source()).isEqualTo(TankEvent.Source.BOTH);
            assertThat(last.litres()).isEqualTo(2_940);
            assertThat(last.levelL()).isCloseTo(2_940, within(60.0));
        }
    }

    @Test
    void goesOnAfterARestartInTheMiddleOfATheft() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            say(harness, THEFT.subList(0, 12));
            assertThat(harness.extractOutputValues()).isEmpty();
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            say(harness, THEFT.subList(12, THEFT.size()));

            assertThat(harness.extractOutputValues())
                    .extracting(AlarmSignal::type)
                    .containsOnly(AlertType.FUEL_THEFT);
        }
    }

    @Test
    void ignoresMachinesWithoutAKnownTankAndForgetsSilentOnes() throws Exception {
        try (var harness = harness()) {
            harness.open();
            bay(harness, "PUMP-7", 500);
            assertThat(harness.numKeyedStateEntries()).isZero();

            say(harness, THEFT.subList(0, 12));
            harness.setStateTtlProcessingTime(Duration.ofDays(31).toMillis());
            say(harness, THEFT.subList(12, 14));
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, TankInput, AlarmSignal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FollowTank(Scores.MINES, TankSettings.DEFAULT)),
                TankInput::machineKey,
                Types.STRING);
    }

    private static void say(
            KeyedOneInputStreamOperatorTestHarness<String, TankInput, AlarmSignal> harness,
            List<MachineMinute> minutes)
            throws Exception {
        for (MachineMinute minute : minutes) {
            harness.processElement(TankInput.ofMinute(minute), minute.end().toEpochMilli() - 1);
        }
    }

    private static void bay(
            KeyedOneInputStreamOperatorTestHarness<String, TankInput, AlarmSignal> harness,
            String machineId,
            double litres)
            throws Exception {
        long startMs = START.plusSeconds(40 * 60).toEpochMilli();
        BayFill bay = new BayFill(startMs, startMs + 400_000, litres, "BAY-1", null, null);
        harness.processElement(new TankInput("andes", machineId, null, bay, null), startMs);
    }

    private static List<TankEvent> events(
            KeyedOneInputStreamOperatorTestHarness<String, TankInput, AlarmSignal> harness) {
        return harness.getSideOutput(FollowTank.EVENTS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }
}
