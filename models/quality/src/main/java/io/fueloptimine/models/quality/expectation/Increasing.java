package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/**
 * A column's numbers never fall in event time. A late reading is compared with its neighbours in
 * time, and a fall is one breach: what follows is compared with what came before it.
 *
 * @param strictly whether equal values break it too
 */
public record Increasing(String column, boolean strictly) implements ReadingExpectation {

    static Increasing read(RuleNode node, Set<ReadingStream> streams) {
        return new Increasing(node.numberColumn("column", streams), node.flag("strictly"));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return strictly ? "more than before" : "not less than before";
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
        int found = series.find(millis);
        if (found >= 0) {
            return null;
        }
        int place = -found - 1;
        String breach = null;
        if (place > 0 && falls(series.values[place - 1], value)) {
            breach = words(value, " after ", series.values[place - 1]);
        } else if (place < series.size && falls(value, series.values[place])) {
            breach = words(value, " before ", series.values[place]);
        }
        series.insert(place, millis, value);
        return breach;
    }

    private boolean falls(double earlier, double later) {
        return strictly ? later <= earlier : later < earlier;
    }

    private static String words(double value, String order, double neighbour) {
        return ValueText.plain(value) + order + ValueText.plain(neighbour);
    }
}
