package io.fueloptimine.jobs.training.timestamp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Converts the timestamps of a table to instants. An offset in the timestamp takes precedence over
 * the time zone. A time in an hour that the clocks skip is rejected. A time in an hour that occurs
 * twice is resolved by {@link DoubledHours}. Immutable.
 */
public final class LocalTimes {

    private final ZoneId zone;
    private final DoubledHours doubled;

    public LocalTimes(ZoneId zone, DoubledHours doubled) {
        this.zone = zone;
        this.doubled = doubled;
    }

    /**
     * Converts a timestamp to an instant.
     *
     * @param machine the machine of the row
     * @param column the column of the timestamp
     * @param row the number of the row
     */
    public Instant instant(WrittenTime time, String machine, String column, long row)
            throws UnreadableValueException {
        if (time.offset().isPresent()) {
            return time.local().toInstant(time.offset().get());
        }
        LocalDateTime local = time.local();
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new UnreadableValueException(
                    "a time that exists in "
                            + zone
                            + ": the clocks went from "
                            + zone.getRules().getTransition(local).getDateTimeBefore()
                            + " to "
                            + zone.getRules().getTransition(local).getDateTimeAfter());
        }
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        }
        int pass =
                doubled.pass(machine, column, local, row)
                        .orElseThrow(() -> new UnreadableValueException(ambiguous(local)));
        return local.toInstant(offsets.get(pass));
    }

    private String ambiguous(LocalDateTime local) {
        return "a time that is not ambiguous in "
                + zone
                + ": the clocks went back from "
                + zone.getRules().getTransition(local).getDateTimeBefore()
                + " to "
                + zone.getRules().getTransition(local).getDateTimeAfter()
                + ", and the order of the machine's rows does not show which hour it is; an"
                + " offset in the timestamp (XXX) would";
    }
}
