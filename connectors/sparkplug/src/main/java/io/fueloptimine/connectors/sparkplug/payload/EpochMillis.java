package io.fueloptimine.connectors.sparkplug.payload;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Checks times in milliseconds since the epoch. Some senders wrongly send seconds, microseconds or
 * nanoseconds. In the years 2000 to 2099 a time in one of these units cannot be mistaken for
 * milliseconds.
 */
public final class EpochMillis {

    /** The description of a valid time in quality records. */
    public static final String EXPECTED = "milliseconds since 1970, in the years 2000 to 2099";

    private static final long START = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long END = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private EpochMillis() {}

    /** Whether a number of milliseconds is a time in the years 2000 to 2099. */
    public static boolean isPlausible(long millis) {
        return millis >= START && millis < END;
    }

    /**
     * Describes a number that is not a plausible time, with the unit that the number probably has.
     */
    public static String observed(long number) {
        String digits = Long.toUnsignedString(number);
        for (TimeUnit unit :
                new TimeUnit[] {TimeUnit.SECONDS, TimeUnit.MICROSECONDS, TimeUnit.NANOSECONDS}) {
            if (isPlausible(unit.toMillis(number))) {
                String name = unit.name().toLowerCase(Locale.ROOT);
                return digits + " (" + name + "?)";
            }
        }
        return digits;
    }
}
