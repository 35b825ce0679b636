package io.fueloptimine.operators.window;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * A stream that has no event time of its own. It is idle for ever rather than at the end of time:
 * the readings' event time alone counts, also before the first reading came.
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
