package io.fueloptimine.jobs.backtest.records;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The shifts of a mine: twelve hours from 08:00 and from 20:00 of the mine's local time.
 *
 * @param zone the time zone of the mine
 */
record ShiftCalendar(ZoneId zone) {

    private static final LocalTime DAY_SHIFT = LocalTime.of(8, 0);
    private static final long SHIFT_S = 12 * 3_600;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** The beginning of the shift to which a time belongs (UTC). */
    Instant startOf(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDateTime day = local.toLocalDate().atTime(DAY_SHIFT);
        long shift = Math.floorDiv(Duration.between(day, local).toSeconds(), SHIFT_S);
        return day.plusSeconds(shift * SHIFT_S).atZone(zone).toInstant();
    }

    /** The name of a shift in reports, such as {@code 2026-05-04 day}. */
    String name(Instant start) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        return DATE.format(local) + (local.toLocalTime().equals(DAY_SHIFT) ? " day" : " night");
    }
}
