package io.fueloptimine.operators.cycle;

import static io.fueloptimine.models.mine.reading.ProductionState.DUMPING;
import static io.fueloptimine.models.mine.reading.ProductionState.HAULING;
import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.cycle.CycleScript.oneCycle;
import static io.fueloptimine.operators.cycle.CycleScript.second;
import static io.fueloptimine.operators.cycle.CycleScript.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.operators.SampleReadings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaulCyclesTest {

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, HaulCycle> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new HaulCycles(Duration.ofMinutes(15))),
                        Reading::machineKey,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void buildsACycleFromStatesAndTelemetry() throws Exception {
        send(oneCycle(true));
        endOfInput();

        HaulCycle cycle = only();
        assertThat(cycle.cycleId()).isEqualTo("pit/T@2026-01-05T08:30:00Z");
        assertThat(cycle.site()).isEqualTo("pit");
        assertThat(cycle.assignedAt()).isEqualTo(START);
        assertThat(cycle.loadArrivedAt()).isEqualTo(START.plusSeconds(600));
        assertThat(cycle.fullAt()).isEqualTo(START.plusSeconds(830));
        assertThat(cycle.dumpArrivedAt()).isEqualTo(START.plusSeconds(1_700));
        assertThat(cycle.emptyTravelS()).isEqualTo(600);
        assertThat(cycle.loadQueueS()).isEqualTo(50);
        assertThat(cycle.spotS()).isEqualTo(50);
        assertThat(cycle.loadingS()).isEqualTo(130);
        assertThat(cycle.fullTravelS()).isEqualTo(870);
        assertThat(cycle.dumpQueueS()).isEqualTo(50);
        assertThat(cycle.dumpingS()).isEqualTo(50);
        assertThat(cycle.payloadT()).isEqualTo(306);
        assertThat(cycle.loadingUnitId()).isEqualTo("S-1");
        assertThat(cycle.loadLocationId()).isEqualTo("place-700");
        assertThat(cycle.dumpLocationId()).isEqualTo("place-1750");
        assertThat(cycle.equipmentClass()).isEqualTo("930E");
        assertThat(cycle.fullDistanceM()).isCloseTo(20 / 3.6 * 870, within(30.0));
        assertThat(cycle.emptyDistanceM()).isCloseTo(20 / 3.6 * 600, within(30.0));
        assertThat(cycle.fuelL()).isCloseTo(180, within(1.0));
        assertThat(cycle.liftM()).isCloseTo(87, within(1.0));
        assertThat(cycle.source()).isEqualTo("telemetry");
        assertThat(cycle.flags()).isEmpty();
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void putsWhatCameOutOfOrderInItsPlace() throws Exception {
        send(oneCycle(true));
        endOfInput();
        HaulCycle inOrder = only();
        harness.close();
        open();
        List<Reading> shuffled = oneCycle(true);
        Collections.shuffle(shuffled, new Random(3));

        send(shuffled);
        endOfInput();

        assertThat(only()).isEqualTo(inOrder);
    }

    @Test
    void believesTelemetryWhereAChangeOfStateWasLost() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.removeIf(r -> r.state() != null && r.state().state() == HAULING);
        readings.removeIf(r -> r.state() != null && r.time().equals(START.plusSeconds(1_800)));

        send(readings);
        endOfInput();

        HaulCycle cycle = only();
        assertThat(cycle.fullTravelS()).isCloseTo(870, within(2.0));
        assertThat(cycle.dumpingS()).isCloseTo(50, within(2.0));
    }

    @Test
    void flagsACycleWithoutAReportedDump() throws Exception {
        List<Reading> readings = oneCycle(false);
        readings.removeIf(r -> r.state().state() == DUMPING);

        send(readings);
        endOfInput();

        assertThat(only().flags()).containsExactly("dump-not-seen");
        assertThat(only().fuelL()).isNull();
    }

    @Test
    void countsTheLitresOfACounterThatReportsOnceAMinute() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.removeIf(r -> r.telemetry() != null && second(r) % 60 != 0);

        send(readings);
        endOfInput();

        assertThat(only().fuelL()).as("but for a minute's").isCloseTo(180, within(6.5));
    }

    @Test
    void emitsNoLitresWhenTheCounterStartsInMidCycle() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.removeIf(r -> r.telemetry() != null && second(r) < 900);

        send(readings);
        endOfInput();

        assertThat(only().fuelL()).isNull();
    }

    @Test
    void emitsNoLitresForCyclesBetweenWhichTheCounterWasSilent() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.addAll(oneCycle(true, CycleScript.CYCLE_S));
        readings.addAll(oneCycle(true, 2 * CycleScript.CYCLE_S));
        readings.removeIf(r -> r.telemetry() != null && second(r) >= 1_500 && second(r) < 2_100);

        send(readings);
        endOfInput();

        List<Double> litres = harness.extractOutputValues().stream().map(HaulCycle::fuelL).toList();
        assertThat(litres).hasSize(3);
        assertThat(litres.subList(0, 2)).containsOnlyNulls();
        assertThat(litres.get(2)).isCloseTo(180, within(1.0));
    }

    @Test
    void countsTheLitresOfASilenceWithinACycle() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.removeIf(r -> r.telemetry() != null && second(r) > 900 && second(r) < 1_500);

        send(readings);
        endOfInput();

        assertThat(only().fuelL()).isCloseTo(180, within(1.0));
    }

    @Test
    void emitsNoCycleOfWhichItSawOnlyTheEnd() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.removeIf(r -> r.time().isBefore(START.plusSeconds(900)));

        send(readings);
        endOfInput();

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void reportsAChangeOfStateThatIsTooLate() throws Exception {
        harness.processWatermark(START.plusSeconds(3_600).toEpochMilli());
        send(List.of(state(0, 0)));

        List<QualityRecord> late = new ArrayList<>();
        for (StreamRecord<QualityRecord> record : harness.getSideOutput(HaulCycles.LATE)) {
            late.add(record.getValue());
        }
        assertThat(late).hasSize(1);
        assertThat(late.get(0).rule()).isEqualTo("too-late-for-cycle");
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void passesThroughAFleetSystemsCycleWithItsFlags() throws Exception {
        send(oneCycle(true));
        endOfInput();
        HaulCycle recorded = only();
        Reading base = SampleReadings.telemetry("T", 0, START);
        Reading reading =
                new Reading(
                        base.site(),
                        base.kind(),
                        "T",
                        ReadingStream.CYCLE,
                        -1,
                        recorded.emptyAt(),
                        START,
                        false,
                        List.of("cycle-scale-zero"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        recorded);

        send(List.of(reading));

        assertThat(harness.extractOutputValues().get(1))
                .isEqualTo(recorded.withFlags(List.of("cycle-scale-zero")));
    }

    private void send(List<Reading> readings) throws Exception {
        for (Reading reading : readings) {
            harness.processElement(reading, reading.time().toEpochMilli());
        }
    }

    private void endOfInput() throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
    }

    private HaulCycle only() {
        assertThat(harness.extractOutputValues()).hasSize(1);
        return harness.extractOutputValues().get(0);
    }
}
