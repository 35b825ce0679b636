package io.fueloptimine.operators.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

/**
 * A watermark at the end of time would pass as soon as the readings fall idle, so before the first
 * one comes, and everything after would be late.
 */
class UntimedTest {

    @Test
    void isIdleAndEmitsNoWatermark() {
        Said said = new Said();
        WatermarkGenerator<String> untimed =
                Untimed.<String>strategy().createWatermarkGenerator(new NoContext());

        untimed.onPeriodicEmit(said);
        untimed.onEvent("champion", 1, said);
        untimed.onPeriodicEmit(said);

        assertThat(said.words).containsOnly("idle");
    }

    /** Untimed streams ask for neither metrics nor processing time. */
    private static final class NoContext implements WatermarkGeneratorSupplier.Context {

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return SystemClock.getInstance();
        }
    }

    private static final class Said implements WatermarkOutput {

        private final List<String> words = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            words.add(watermark.toString());
        }

        @Override
        public void markIdle() {
            words.add("idle");
        }

        @Override
        public void markActive() {
            words.add("active");
        }
    }
}
