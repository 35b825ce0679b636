package io.fueloptimine.operators.window;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of a stream without event time. The stream is always idle instead of at the maximum
 * watermark, so that only the event time of the readings counts, even before the first reading.
 */
public final class Untimed<T> implements WatermarkGenerator<T> {

    private Untimed() {}

    public static <T> WatermarkStrategy<T> strategy() {
        return WatermarkStrategy.forGenerator(context -> new Untimed<>());
    }

    @Override
    public void onEvent(T event, long at, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
