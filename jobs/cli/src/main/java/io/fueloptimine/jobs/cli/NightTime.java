package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.training.retraining.NightlyClock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * When something is done every night, as an option tells it.
 *
 * @param at the local time; empty for never
 */
record NightTime(Optional<LocalTime> at) {

    private static final String OFF = "off";

    /** The clock that asks then. */
    NightlyClock clock(ZoneId zone, Instant now) {
        return at.map(time -> NightlyClock.at(time, zone, now)).orElseGet(NightlyClock::never);
    }

    /** Reads {@code HH:MM} or {@code off}. */
    static final class Converter implements ITypeConverter<NightTime> {

        @Override
        public NightTime convert(String text) {
            if (text.equals(OFF)) {
                return new NightTime(Optional.empty());
            }
            try {
                return new NightTime(Optional.of(LocalTime.parse(text)));
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "', expected HH:MM or " + OFF);
            }
        }
    }
}
