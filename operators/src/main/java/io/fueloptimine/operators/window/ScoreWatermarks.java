package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.ScoredWindow;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Creates timestamps and watermarks for scored windows that are read from a topic. The timestamp is
 * the last millisecond of the window. Windows of several machines can be out of order in a topic,
 * because the subtasks that wrote them have different delays. The watermark allows for a delay of
 * up to {@link WindowSettings#scoreOutOfOrdernessS}.
 */
public final class ScoreWatermarks {

    private ScoreWatermarks() {}

    /** The watermark strategy for a source of scored windows, with idleness detection. */
    public static WatermarkStrategy<ScoredWindow> strategy(WindowSettings settings) {
        return WatermarkStrategy.<ScoredWindow>forBoundedOutOfOrderness(
                        settings.scoreOutOfOrderness())
                .withTimestampAssigner(
                        (score, recordTime) -> score.window().end().toEpochMilli() - 1)
                .withIdleness(settings.idleness());
    }
}
