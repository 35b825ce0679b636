package io.fueloptimine.operators.cycle;

import static io.fueloptimine.models.mine.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.ProductionState.DUMPING;
import static io.fueloptimine.models.mine.ProductionState.HAULING;
import static io.fueloptimine.models.mine.ProductionState.LOADING;
import static io.fueloptimine.models.mine.ProductionState.QUEUED;
import static io.fueloptimine.models.mine.ProductionState.SPOTTING;
import static io.fueloptimine.operators.SampleReadings.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Telemetry;
import io.fueloptimine.operators.SampleReadings;
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

    /** When each state of the cycle begins, s, and what it is. */
    private static final int[] AT = {0, 600, 650, 700, 830, 1_700, 1_750, 1_800};

    private static final ProductionState[] STATES = {
        DRIVING, QUEUED, SPOTTING, LOADING, HAULING, QUEUED, DUMPING, DRIVING
    };

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, HaulCycle> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new HaulCycles()),
                        HaulCycles::keyOf,
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
        assertThat(cycle.cycleId()).isEqualTo("T@2026-01-05T08:30:00Z");
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
    void flagsACycleWhoseDumpingNobodySaw() throws Exception {
        List<Reading> readings = oneCycle(false);
        readings.removeIf(r -> r.state().state() == DUMPING);

        send(readings);
        endOfInput();

        assertThat(only().flags()).containsExactly("dump-not-seen");
        assertThat(only().fuelL()).isNull();
    }

    @Test
    void tellsNothingOfACycleItSawOnlyTheEndOf() throws Exception {
        List<Reading> readings = oneCycle(true);
        readings.removeIf(r -> r.time().isBefore(START.plusSeconds(900)));

        send(readings);
        endOfInput();

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void tellsOfAChangeOfStateThatCameTooLate() throws Exception {
        harness.processWatermark(START.plusSeconds(3_600).toEpochMilli());
        send(List.of(state(0)));

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

    /** The changes of state of one cycle, with telemetry every second if wanted. */
    static List<Reading> oneCycle(boolean withTelemetry) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < STATES.length; i++) {
            readings.add(state(i));
        }
        int phase = 0;
        for (int second = 0; withTelemetry && second <= 1_830; second++) {
            phase += phase + 1 < AT.length && second >= AT[phase + 1] ? 1 : 0;
            readings.add(telemetry(second, STATES[phase]));
        }
        return readings;
    }

    private static Reading state(int index) {
        return SampleReadings.state(
                "T",
                index,
                START.plusSeconds(AT[index]),
                STATES[index],
                "place-" + AT[index],
                STATES[index] == LOADING ? "S-1" : null,
                STATES[index] == HAULING || STATES[index] == DUMPING ? 306.0 : 0.0);
    }

    /** Moves at 20 km/h while travelling, climbs 0.1 m a second, burns 0.1 L a second. */
    private static Reading telemetry(int second, ProductionState state) {
        boolean moves = state == DRIVING || state == HAULING;
        Reading base =
                SampleReadings.telemetry(
                        "T",
                        second,
                        START.plusSeconds(second),
                        360.0,
                        1_000 + second * 0.1,
                        moves ? 20.0 : 0.0,
                        3_000 + second * 0.1);
        Telemetry t = base.telemetry();
        Telemetry inState =
                new Telemetry(
                        t.equipmentClass(),
                        t.operatorId(),
                        state,
                        t.fuelRateLph(),
                        t.totalFuelUsedL(),
                        t.fuelLevelPct(),
                        t.engineLoadPct(),
                        t.engineRpm(),
                        t.engineHours(),
                        t.speedKph(),
                        t.payloadT(),
                        t.gradePct(),
                        t.eastingM(),
                        t.northingM(),
                        t.elevationM(),
                        t.coolantTempC(),
                        t.oilPressureKpa(),
                        t.barometricPressureKpa(),
                        t.ambientTempC(),
                        null,
                        null);
        return new Reading(
                base.site(),
                base.kind(),
                base.machineId(),
                base.stream(),
                base.sequence(),
                base.time(),
                base.receivedAt(),
                false,
                List.of(),
                inState,
                null,
                null,
                null,
                null,
                null);
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
