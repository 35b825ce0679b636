package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.quality.clock.ClockRules;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Creates timestamps and watermarks for scored windows that are read from a topic. The timestamp is
 * the last millisecond of the window. Windows of several machines can be out of order in a topic,
 * because the subtasks that wrote them have different delays. The watermark allows for a delay of
 * up to {@link WindowSettings#scoreOutOfOrdernessS}.
 *
 * <p>Windows of unknown machines and windows that end too far ahead of the present time ({@link
 * ClockRules}) neither advance event time nor hold it back.
 */
public final class ScoreWatermarks {

    private ScoreWatermarks() {}

    /** The watermark strategy for a source of scored windows, with idleness detection. */
    public static WatermarkStrategy<ScoredWindow> strategy(
            WindowSettings settings, ClockRules rules) {
        return WatermarkStrategy.<ScoredWindow>forGenerator(
                        context ->
                                CheckedWatermarks.of(
                                        new BoundedOutOfOrdernessWatermarks<>(
                                                settings.scoreOutOfOrderness()),
                                        score -> mayAdvanceTime(score, rules),
                                        settings.idleness(),
                                        context))
                .withTimestampAssigner(
                        (score, recordTime) -> score.window().end().toEpochMilli() - 1);
    }

    private static boolean mayAdvanceTime(ScoredWindow score, ClockRules rules) {
        return rules.isKnown(score.site(), score.machineId())
                && !rules.isAhead(score.window().end().toEpochMilli(), System.currentTimeMillis());
    }
}
