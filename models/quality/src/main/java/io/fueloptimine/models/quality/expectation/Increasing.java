package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects a column's numbers not to decrease in event time. A late reading is compared with the
 * readings before and after it in event time. A decrease is one violation only, because later
 * values are compared with the lower value.
 *
 * @param strictly whether equal values violate the expectation, too
 */
public record Increasing(String column, boolean strictly) implements ReadingExpectation {

    static Increasing read(SuiteNode node, Set<ReadingStream> streams) {
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
    public boolean isStateful() {
        return true;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new SeriesCheck(ReadingField.of(stream, column), this::violation);
    }

    private String violation(Reading reading, double value, TimedValues series) {
        long millis = reading.time().toEpochMilli();
        int found = series.find(millis);
        if (found >= 0) {
            return null;
        }
        int index = -found - 1;
        String violation = null;
        if (index > 0 && decreases(series.values[index - 1], value)) {
            violation = describe(value, " after ", series.values[index - 1]);
        } else if (index < series.size && decreases(value, series.values[index])) {
            violation = describe(value, " before ", series.values[index]);
        }
        series.insert(index, millis, value);
        return violation;
    }

    private boolean decreases(double earlier, double later) {
        return strictly ? later <= earlier : later < earlier;
    }

    private static String describe(double value, String order, double neighbour) {
        return ValueText.plain(value) + order + ValueText.plain(neighbour);
    }
}
