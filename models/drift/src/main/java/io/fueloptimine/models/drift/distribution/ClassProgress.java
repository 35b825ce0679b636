package io.fueloptimine.models.drift.distribution;

import java.time.Duration;
import java.time.Instant;

/**
 * Which windows of a machine class were counted and when they were compared last. All times are
 * event time, ms since the epoch.
 *
 * @param modelVersion the version of the model whose bins are counted
 * @param firstHourMs start of the first hour with windows, since the last gap that is longer than
 *     the compared time
 * @param newestHourMs start of the newest hour with windows
 * @param comparedMs time of the last comparison; before the first comparison, the start of the
 *     first hour with windows
 * @param newWindows number of windows since the last comparison
 */
public record ClassProgress(
        String modelVersion, long firstHourMs, long newestHourMs, long comparedMs, int newWindows) {

    /** Length of the parts in which windows are counted, ms. */
    public static final long HOUR_MS = Duration.ofHours(1).toMillis();

    /** Start of the hour of a time. */
    public static long hourOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), HOUR_MS) * HOUR_MS;
    }

    /** The progress before the first window, which is in the given hour. */
    public static ClassProgress before(String modelVersion, long hourMs) {
        return new ClassProgress(modelVersion, hourMs, hourMs, hourMs, 0);
    }

    /** Whether a window of the given hour is too old to be compared again. */
    public boolean isTooOld(long hourMs, DataDriftSettings settings) {
        return hourMs <= newestHourMs - settings.span().toMillis() - HOUR_MS;
    }

    /** The progress after one more window of the given hour. */
    public ClassProgress counted(long hourMs, DataDriftSettings settings) {
        boolean afterGap = hourMs - newestHourMs > settings.span().toMillis();
        return new ClassProgress(
                modelVersion,
                afterGap ? hourMs : Math.min(firstHourMs, hourMs),
                Math.max(newestHourMs, hourMs),
                comparedMs,
                newWindows + 1);
    }

    /**
     * Whether windows are to be compared at a full hour.
     *
     * @param laterWindows number of windows that were counted and are later than the full hour
     */
    public boolean isDue(long atMs, int laterWindows, DataDriftSettings settings) {
        int windows = newWindows - laterWindows;
        boolean isLongAgo = atMs - comparedMs >= settings.everyH() * HOUR_MS;
        return windows > 0
                && atMs > comparedMs
                && (isLongAgo || windows >= settings.everyWindows());
    }

    /** Whether the windows before a full hour span the whole compared time. */
    public boolean isWholeSpan(long atMs, DataDriftSettings settings) {
        return atMs - firstHourMs >= settings.span().toMillis();
    }

    /**
     * The progress after a comparison.
     *
     * @param laterWindows number of windows that were counted and are later than the comparison
     */
    public ClassProgress compared(long atMs, int laterWindows) {
        return new ClassProgress(modelVersion, firstHourMs, newestHourMs, atMs, laterWindows);
    }
}
