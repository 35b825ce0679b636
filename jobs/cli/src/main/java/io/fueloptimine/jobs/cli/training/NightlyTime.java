package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.training.retraining.NightlyClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of an option that sets a time of day.
 *
 * @param at the local time; empty for never
 */
record NightlyTime(Optional<LocalTime> at) {

    private static final String OFF = "off";

    /** Creates a clock that requests retraining at this time of day. */
    NightlyClock clock(ZoneId zone, Instant now) {
        return at.map(time -> NightlyClock.at(time, zone, now)).orElseGet(NightlyClock::never);
    }

    /** Parses {@code HH:MM} or {@code off}. */
    static final class Converter implements ITypeConverter<NightlyTime> {

        @Override
        public NightlyTime convert(String text) {
            if (text.equals(OFF)) {
                return new NightlyTime(Optional.empty());
            }
            try {
                return new NightlyTime(Optional.of(LocalTime.parse(text)));
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "', expected HH:MM or " + OFF);
            }
        }
    }

    /** Parses the name of a time zone or an offset from UTC. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {

        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + text + "', expected a time zone such as America/Santiago or UTC");
            }
        }
    }
}
