package io.fueloptimine.operators.window;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class ReadingWatermarksTest {

    private final ReadingWatermarks.Generator generator = new ReadingWatermarks.Generator(10_000);
    private final Latest latest = new Latest();

    @Test
    void followsTheSiteTenSecondsBehind() {
        hear("A", START);
        hear("B", START.plusSeconds(1));
        hear("C", START.plusSeconds(2));
        emit(1);

        assertThat(latest.millis).isEqualTo(START.minusSeconds(10).toEpochMilli() - 1);
    }

    @Test
    void isNotMovedByAClockYearsAhead() {
        hear("mad", START.plus(Duration.ofDays(3_650)));
        emit(1);
        assertThat(latest.millis).isEqualTo(Long.MIN_VALUE);
        for (int second = 0; second < 60; second++) {
            hear("A", START.plusSeconds(second));
            hear("B", START.plusSeconds(second));
            hear("mad", START.plus(Duration.ofDays(3_650)).plusSeconds(second));
            emit(1);
        }

        assertThat(latest.millis).isEqualTo(START.plusSeconds(49).toEpochMilli() - 1);
    }

    @Test
    void goesOnWithOneMachineAfterWaitingForOthers() {
        for (int period = 0;
                period <= ReadingWatermarks.Generator.PERIODS_TO_WAIT_FOR_QUORUM;
                period++) {
            assertThat(latest.millis).isEqualTo(Long.MIN_VALUE);
            hear("A", START.plusSeconds(period));
            emit(1);
        }

        assertThat(latest.millis).isGreaterThan(Long.MIN_VALUE);
    }

    @Test
    void doesNotWaitForAMachineThatFellSilent() {
        hear("A", START);
        hear("B", START);
        hear("silent", START);
        emit(1);
        for (int second = 1; second < 60; second++) {
            hear("A", START.plusSeconds(second));
            hear("B", START.plusSeconds(second));
            emit(1);
        }

        assertThat(latest.millis).isGreaterThan(START.plusSeconds(30).toEpochMilli());
    }

    private void hear(String machine, Instant time) {
        generator.onEvent(telemetry(machine, 0, time), time.toEpochMilli(), latest);
    }

    private void emit(int periods) {
        for (int i = 0; i < periods; i++) {
            generator.onPeriodicEmit(latest);
        }
    }

    private static final class Latest implements WatermarkOutput {

        private long millis = Long.MIN_VALUE;

        @Override
        public void emitWatermark(Watermark watermark) {
            assertThat(watermark.getTimestamp()).isGreaterThan(millis);
            millis = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
