package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/**
 * A column changes by so much per second of event time. Each reading is compared with the nearest
 * remembered one that is at least the smallest gap older, so that noise between two near readings
 * is no rate.
 *
 * @param perSecond change per second; of a falling value below 0
 * @param minGapS the smallest gap, s
 */
public record RateOfChange(String column, Range perSecond, double minGapS)
        implements ReadingExpectation {

    static RateOfChange read(RuleNode node, Set<ReadingStream> streams) {
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
        return "a change per second of " + perSecond.words();
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public Check check(ReadingStream stream) {
        return new SeriesCheck(ReadingField.of(stream, column), this::breach);
    }

    private String breach(Reading reading, double value, TimedValues series) {
        long millis = reading.time().toEpochMilli();
        long gapMs = Math.max(1, Math.round(minGapS * 1_000));
        int before = placeBefore(series, millis - gapMs);
        String breach = before < 0 ? null : breach(value, millis, series, before);
        remember(value, millis, series, gapMs);
        return breach;
    }

    private String breach(double value, long millis, TimedValues series, int before) {
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

    /** Keeps the remembered ones a gap apart, so that few of them reach far back. */
    private static void remember(double value, long millis, TimedValues series, long gapMs) {
        int place = placeBefore(series, millis) + 1;
        boolean farFromBefore = place == 0 || millis - series.times[place - 1] >= gapMs;
        boolean farFromNext = place == series.size || series.times[place] - millis >= gapMs;
        if (farFromBefore && farFromNext) {
            series.insert(place, millis, value);
        }
    }

    /** The place of the newest value at or before a time; -1 without one. */
    private static int placeBefore(TimedValues series, long millis) {
        int found = series.find(millis);
        return found >= 0 ? found : -found - 2;
    }
}
