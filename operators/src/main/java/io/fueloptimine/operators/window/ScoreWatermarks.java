package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.ScoredWindow;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of scored windows that are read from a topic: the last millisecond of the window.
 * Windows of several machines overtake each other in a topic by the delays of the subtasks that
 * wrote them, at most by {@link WindowSettings#scoreOutOfOrdernessS}.
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
