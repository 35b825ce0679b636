package io.fueloptimine.operators.window;

import java.time.Duration;
import java.util.function.Predicate;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * Watermarks that depend only on the elements that may advance event time. A partition that has
 * received no such element for some time is idle, whatever else it receives, so that other elements
 * cannot hold event time back. Not thread-safe.
 */
final class CheckedWatermarks<T> implements WatermarkGenerator<T> {

    private final WatermarkGenerator<T> watermarks;
    private final Predicate<T> mayAdvanceTime;

    private CheckedWatermarks(WatermarkGenerator<T> watermarks, Predicate<T> mayAdvanceTime) {
        this.watermarks = watermarks;
        this.mayAdvanceTime = mayAdvanceTime;
    }

    /**
     * The checked watermarks of one partition.
     *
     * @param watermarks generates the watermarks from the elements that pass the check
     * @param idleness after this processing time without such elements the partition is idle
     */
    static <T> CheckedWatermarks<T> of(
            WatermarkGenerator<T> watermarks,
            Predicate<T> mayAdvanceTime,
            Duration idleness,
            WatermarkGeneratorSupplier.Context context) {
        return new CheckedWatermarks<>(
                new WatermarksWithIdleness<>(watermarks, idleness, context.getInputActivityClock()),
                mayAdvanceTime);
    }

    @Override
    public void onEvent(T element, long timestamp, WatermarkOutput output) {
        if (mayAdvanceTime.test(element)) {
            watermarks.onEvent(element, timestamp, output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        watermarks.onPeriodicEmit(output);
    }
}
