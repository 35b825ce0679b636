package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.ScoredWindow;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of scored windows that are read from a topic: the last millisecond of the window.
 * Windows of several machines can be out of order in a topic, because the subtasks that wrote them
 * have different delays; the maximum is {@link WindowSettings#scoreOutOfOrdernessS}.
 */
public final class ScoreWatermarks {

    private ScoreWatermarks() {}

    /** Timestamps and watermarks for a source of scored windows, with idleness. */
    public static WatermarkStrategy<ScoredWindow> strategy(WindowSettings settings) {
        return WatermarkStrategy.<ScoredWindow>forBoundedOutOfOrderness(
                        settings.scoreOutOfOrderness())
                .withTimestampAssigner(
                        (score, recordTime) -> score.window().end().toEpochMilli() - 1)
                .withIdleness(settings.idleness());
    }
}
