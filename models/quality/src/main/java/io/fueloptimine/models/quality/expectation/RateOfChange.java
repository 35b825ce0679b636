package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects a column's change per second of event time to be in a range. Each reading is compared
 * with the nearest kept reading that is at least a minimum gap older, so that noise between
 * adjacent readings does not count as a rate.
 *
 * @param perSecond change per second; negative when the value decreases
 * @param minGapS the minimum gap, s
 */
public record RateOfChange(String column, Range perSecond, double minGapS)
        implements ReadingExpectation {

    static RateOfChange read(SuiteNode node, Set<ReadingStream> streams) {
        return new RateOfChange(
                node.numberColumn("column", streams),
                Range.read(node),
                node.has("min_gap_s") ? node.positive("min_gap_s") : 1);
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return "a change per second of " + perSecond.describe();
    }

    @Override
    public boolean isStateful() {
        return true;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new SeriesCheck(ReadingField.of(stream, column), this::violation);
    }

    private String violation(Reading reading, double value, TimedValues series) {
        long millis = reading.time().toEpochMilli();
        long gapMs = Math.max(1, Math.round(minGapS * 1_000));
        int before = indexBefore(series, millis - gapMs);
        String violation = before < 0 ? null : violation(value, millis, series, before);
        keep(value, millis, series, gapMs);
        return violation;
    }

    private String violation(double value, long millis, TimedValues series, int before) {
        double seconds = (millis - series.times[before]) / 1_000.0;
        double earlier = series.values[before];
        if (perSecond.contains((value - earlier) / seconds)) {
            return null;
        }
        return "from "
                + ValueText.plain(earlier)
                + " to "
                + ValueText.plain(value)
                + " in "
                + ValueText.plain(seconds)
                + " s";
    }

    /**
     * Adds a value to the kept values if it is at least a gap apart from them, so that a few values
     * cover a long time.
     */
    private static void keep(double value, long millis, TimedValues series, long gapMs) {
        int index = indexBefore(series, millis) + 1;
        boolean farFromBefore = index == 0 || millis - series.times[index - 1] >= gapMs;
        boolean farFromNext = index == series.size || series.times[index] - millis >= gapMs;
        if (farFromBefore && farFromNext) {
            series.insert(index, millis, value);
        }
    }

    /** The index of the newest kept value at or before a time; -1 when there is none. */
    private static int indexBefore(TimedValues series, long millis) {
        int found = series.find(millis);
        return found >= 0 ? found : -found - 2;
    }
}
