package io.fueloptimine.operators.window;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark generator of a stream without event time. The stream is always marked idle and
 * never emits a maximum watermark. In an operator with a second input, only the event time of the
 * readings therefore counts, even before the first reading.
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
