package io.fueloptimine.models.alarm.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The recent minutes of a loading unit and its loads of the shift. Immutable.
 *
 * @param spans the recent minutes in spans of five minutes, oldest first
 * @param shift the loads of the shift; null before the first load
 */
public record UnitHistory(List<UnitMinutes> spans, ShiftLoads shift) {

    /** Length of a span, ms. */
    public static final long SPAN_MS = 300_000;

    /** Nothing is known of the unit. */
    public static final UnitHistory NONE = new UnitHistory(List.of(), null);

    /** The history with one more minute; the order in which minutes arrive does not matter. */
    public UnitHistory with(UnitActivity activity, long minuteStartMs) {
        long startMs = Math.floorDiv(minuteStartMs, SPAN_MS) * SPAN_MS;
        List<UnitMinutes> now = new ArrayList<>();
        UnitMinutes current = new UnitMinutes(startMs, 0, 0, 0);
        for (UnitMinutes span : spans) {
            if (span.startMs() == startMs) {
                current = span;
            } else {
                now.add(span);
            }
        }
        now.add(current.with(activity));
        now.sort((a, b) -> Long.compare(a.startMs(), b.startMs()));
        return new UnitHistory(now, shift);
    }

    /** The history with other loads of the shift. */
    public UnitHistory with(ShiftLoads loads) {
        return new UnitHistory(spans, loads);
    }

    /** The history without the spans that began before a time. */
    public UnitHistory since(long ms) {
        return new UnitHistory(spans.stream().filter(span -> span.startMs() >= ms).toList(), shift);
    }

    /**
     * The sum of the spans from one time, inclusive, to another, exclusive.
     *
     * @param fromMs ms since the epoch
     * @param untilMs ms since the epoch
     */
    public UnitMinutes sum(long fromMs, long untilMs) {
        int hangMin = 0;
        int workMin = 0;
        int queueMin = 0;
        for (UnitMinutes span : spans) {
            if (span.startMs() >= fromMs && span.startMs() < untilMs) {
                hangMin += span.hangMin();
                workMin += span.workMin();
                queueMin += span.queueMin();
            }
        }
        return new UnitMinutes(fromMs, hangMin, workMin, queueMin);
    }
}
