package io.fueloptimine.operators.window;

import static io.fueloptimine.operators.SampleReadings.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.operators.SampleReadings;
import io.fueloptimine.operators.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.operators.StreamFilter;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

/** Records of a topic that try to advance event time, or to hold it back. */
class WatermarksAttackTest {

    private static final Duration YEARS = Duration.ofDays(3_650);
    private static final List<String> TRUCKS = List.of("T01", "T02", "T03");
    private static final ClockRules RULES = ClockRules.of(SampleReadings.minesWith(TRUCKS));
    private static final ClockRules REAL_TIME = RULES.withMaxAhead(Duration.ofMinutes(5));

    private final ManualClock clock = new ManualClock();
    private final Latest latest = new Latest();

    @Test
    void threeMadeUpMachinesDoNotAdvanceEventTime() {
        WatermarkGenerator<Reading> watermarks = watermarks(RULES);
        for (String madeUp : List.of("X1", "X2", "X3")) {
            hear(watermarks, SampleReadings.telemetry(madeUp, 0, START.plus(YEARS)));
        }
        emit(watermarks);
        assertThat(latest.millis).isEqualTo(Long.MIN_VALUE);

        normal(watermarks);
        assertThat(latest.millis).isEqualTo(START.plusSeconds(49).toEpochMilli() - 1);
    }

    @Test
    void threeKnownTrucksDoNotAdvanceEventTimeBeyondTheirArrival() {
        WatermarkGenerator<Reading> watermarks = watermarks(REAL_TIME);
        for (String truck : TRUCKS) {
            hear(watermarks, SampleReadings.telemetry(truck, 0, START.plus(YEARS)));
        }
        emit(watermarks);
        normal(watermarks);

        assertThat(latest.millis).isEqualTo(START.plusSeconds(49).toEpochMilli() - 1);
    }

    @Test
    void aFalseTimeOfArrivalDoesNotAdvanceEventTimeBeyondThePresent() {
        WatermarkGenerator<Reading> watermarks = watermarks(REAL_TIME);
        Instant future = Instant.now().plus(YEARS);
        for (String truck : TRUCKS) {
            hear(watermarks, arrivedAt(SampleReadings.telemetry(truck, 0, future), future));
        }
        emit(watermarks);
        normal(watermarks);

        assertThat(latest.millis).isEqualTo(START.plusSeconds(49).toEpochMilli() - 1);
    }

    @Test
    void refuellingsDoNotAdvanceEventTime() {
        WatermarkGenerator<Reading> watermarks = watermarks(RULES);
        for (String truck : TRUCKS) {
            hear(watermarks, refuel(truck, START.plus(Duration.ofDays(29))));
        }
        emit(watermarks);
        normal(watermarks);

        assertThat(latest.millis).isEqualTo(START.plusSeconds(49).toEpochMilli() - 1);
    }

    @Test
    void aPartitionOfMadeUpMachinesDoesNotHoldEventTimeBack() {
        WatermarkGenerator<Reading> watermarks = watermarks(RULES);
        for (int second = 0; second < 10; second++) {
            hear(watermarks, SampleReadings.telemetry("X1", second, START.plusSeconds(second)));
            emit(watermarks);
            clock.advanceTime(Duration.ofSeconds(1));
        }

        assertThat(latest.idle).isTrue();
    }

    @Test
    void aScoreOfAMadeUpMachineOrOfTheFutureDoesNotAdvanceEventTime() {
        var watermarks =
                ScoreWatermarks.strategy(WindowSettings.DEFAULT, REAL_TIME)
                        .createWatermarkGenerator(new Context());
        var madeUp = Scores.of("X1", START.plusSeconds(3_600), 5, 5);
        var future = Scores.of("T01", Instant.now().plus(YEARS), 5, 5);
        var known = Scores.of("T01", START, 5, 5);
        watermarks.onEvent(madeUp, madeUp.window().end().toEpochMilli(), latest);
        watermarks.onEvent(future, future.window().end().toEpochMilli(), latest);
        watermarks.onEvent(known, known.window().end().toEpochMilli(), latest);
        watermarks.onPeriodicEmit(latest);

        assertThat(latest.millis).isLessThan(START.plusSeconds(60).toEpochMilli());
    }

    @Test
    void readingsOfTheFutureAreDroppedAfterTheSource() throws Exception {
        assertThat(REAL_TIME.isRefused(SampleReadings.telemetry("T01", 0, START), 0)).isTrue();
        try (var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new StreamFilter<>(new DropReadingsAhead(REAL_TIME)))) {
            harness.open();
            Instant future = Instant.now().plus(YEARS);
            Reading valid = SampleReadings.telemetry("T01", 0, START);
            Reading record = refuel("T01", future);
            harness.processElement(SampleReadings.telemetry("T01", 1, START.plus(YEARS)), 0);
            harness.processElement(
                    arrivedAt(SampleReadings.telemetry("T01", 2, future), future), 0);
            harness.processElement(valid, 0);
            harness.processElement(record, 0);

            assertThat(harness.extractOutputValues()).containsExactly(valid, record);
        }
    }

    /** A minute of the known trucks, each reading on arrival. */
    private void normal(WatermarkGenerator<Reading> watermarks) {
        for (int second = 0; second < 60; second++) {
            for (String truck : TRUCKS) {
                Instant time = START.plusSeconds(second);
                hear(watermarks, arrivedAt(SampleReadings.telemetry(truck, second, time), time));
            }
            emit(watermarks);
        }
    }

    private void hear(WatermarkGenerator<Reading> watermarks, Reading reading) {
        watermarks.onEvent(reading, reading.time().toEpochMilli(), latest);
    }

    private void emit(WatermarkGenerator<Reading> watermarks) {
        watermarks.onPeriodicEmit(latest);
    }

    private WatermarkGenerator<Reading> watermarks(ClockRules rules) {
        return ReadingWatermarks.strategy(WindowSettings.DEFAULT, rules)
                .createWatermarkGenerator(new Context());
    }

    private static Reading refuel(String truckId, Instant time) {
        Refuel refuel = new Refuel(truckId, time, 900, 2_800, 20.0, 90.0);
        return new Reading(
                SampleReadings.SITE,
                EquipmentKind.FUELBAY,
                truckId,
                ReadingStream.REFUEL,
                0,
                time,
                time,
                false,
                List.of(),
                null,
                null,
                refuel,
                null,
                null,
                null);
    }

    private static Reading arrivedAt(Reading reading, Instant arrival) {
        return new Reading(
                reading.site(),
                reading.kind(),
                reading.machineId(),
                reading.stream(),
                reading.sequence(),
                reading.time(),
                arrival,
                false,
                List.of(),
                reading.telemetry(),
                null,
                null,
                null,
                null,
                null);
    }

    private final class Context implements WatermarkGeneratorSupplier.Context {

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return clock;
        }
    }

    private static final class Latest implements WatermarkOutput {

        private long millis = Long.MIN_VALUE;
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            millis = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
