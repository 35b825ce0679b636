package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.ScoredWindow;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of scored windows that are read from a topic: the last millisecond of the window.
 * Windows of several machines overtake each other in a topic by the delays of the subtasks that
 * wrote them, at most by {@link #OUT_OF_ORDERNESS}.
 */
public final class ScoreWatermarks {

    /** How far windows may overtake each other without being late, event time. */
    public static final Duration OUT_OF_ORDERNESS = Duration.ofMinutes(3);

    private ScoreWatermarks() {}

    /** Timestamps and watermarks for a source of scored windows, with idleness. */
    public static WatermarkStrategy<ScoredWindow> strategy() {
        return WatermarkStrategy.<ScoredWindow>forBoundedOutOfOrderness(OUT_OF_ORDERNESS)
                .withTimestampAssigner(
                        (score, recordTime) -> score.window().end().toEpochMilli() - 1)
                .withIdleness(ReadingWatermarks.IDLENESS);
    }
}
