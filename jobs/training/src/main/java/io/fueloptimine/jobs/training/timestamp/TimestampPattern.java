package io.fueloptimine.jobs.training.timestamp;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pattern of a table's timestamps. Independent of the JVM's locale. Immutable.
 *
 * <p>Days that do not exist are rejected. The time 24:00 is the end of a day, as in ISO 8601. A
 * timestamp in ISO 8601 with an offset or Z is always accepted, in addition to the pattern.
 */
public final class TimestampPattern {

    /** The pattern of numbers of milliseconds since the epoch. */
    public static final String EPOCH_MS = "epoch-ms";

    /** The pattern of numbers of seconds since the epoch. */
    public static final String EPOCH_S = "epoch-s";

    private static final Pattern EPOCH_NUMBER = Pattern.compile("[0-9]{1,13}");
    private static final long MS_PER_S = 1_000;
    private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u2007\\u2009\\u202F]");
    private static final int END_OF_DAY_H = 24;

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final DateTimeFormatter printer;

    private TimestampPattern(
            String pattern, DateTimeFormatter formatter, DateTimeFormatter printer) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.printer = printer;
    }

    /**
     * Creates a pattern.
     *
     * @param pattern the pattern in the syntax of {@link DateTimeFormatter}, {@value #EPOCH_MS} or
     *     {@value #EPOCH_S}
     * @param locale the language of month names and of the words for AM and PM
     * @throws IllegalArgumentException when the pattern is invalid
     */
    public static TimestampPattern of(String pattern, Locale locale) {
        if (isEpoch(pattern)) {
            DateTimeFormatter iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
            return new TimestampPattern(pattern, iso, iso);
        }
        String given = withPlainBlanks(pattern);
        return new TimestampPattern(
                pattern,
                TimestampNames.formatter(given, locale),
                DateTimeFormatter.ofPattern(given, locale));
    }

    /** Parses a timestamp. */
    public WrittenTime parse(String value) throws UnreadableValueException {
        String text = withPlainBlanks(value);
        if (isEpoch(pattern) && EPOCH_NUMBER.matcher(text).matches()) {
            long ms = Long.parseLong(text) * (pattern.equals(EPOCH_S) ? MS_PER_S : 1);
            return new WrittenTime(
                    LocalDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC),
                    Optional.of(ZoneOffset.UTC));
        }
        try {
            return parse(text, formatter);
        } catch (DateTimeException other) {
            return parseIso(text);
        }
    }

    /** Whether a pattern denotes numbers since the epoch. */
    static boolean isEpoch(String pattern) {
        return pattern.equals(EPOCH_MS) || pattern.equals(EPOCH_S);
    }

    /** The pattern with an example. */
    public String example() {
        return isEpoch(pattern)
                ? pattern + ", such as 1795470234" + (pattern.equals(EPOCH_MS) ? "000" : "")
                : pattern + ", such as " + print(PatternCheck.EXAMPLE);
    }

    /** Formats a time with this pattern, with the offset of UTC. */
    String print(LocalDateTime time) {
        return printer.format(time.atOffset(ZoneOffset.UTC));
    }

    private WrittenTime parseIso(String text) throws UnreadableValueException {
        try {
            return parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException e) {
            throw new UnreadableValueException(
                    "a time that exists in the form "
                            + pattern
                            + ", such as "
                            + print(PatternCheck.EXAMPLE));
        }
    }

    private static WrittenTime parse(String text, DateTimeFormatter formatter) {
        TemporalAccessor fields = formatter.parse(text);
        LocalDate date = fields.query(TemporalQueries.localDate());
        LocalTime time = fields.query(TemporalQueries.localTime());
        if (date == null || time == null || isBent(text, formatter, date)) {
            throw new DateTimeException("not a date and time");
        }
        ZoneOffset offset =
                fields.isSupported(ChronoField.OFFSET_SECONDS)
                        ? ZoneOffset.ofTotalSeconds(fields.get(ChronoField.OFFSET_SECONDS))
                        : null;
        return new WrittenTime(LocalDateTime.of(date, time), Optional.ofNullable(offset));
    }

    /**
     * Whether the parser changed the date, for example 30 February to 28 February. The parser's
     * strict mode is not usable, because it rejects 24:00.
     */
    private static boolean isBent(String text, DateTimeFormatter formatter, LocalDate date) {
        if (date.getDayOfMonth() != 1 && date.getDayOfMonth() != date.lengthOfMonth()) {
            return false;
        }
        TemporalAccessor written = formatter.parseUnresolved(text, new ParsePosition(0));
        if (!written.isSupported(ChronoField.DAY_OF_MONTH)) {
            return false;
        }
        boolean endOfDay =
                written.isSupported(ChronoField.HOUR_OF_DAY)
                        && written.getLong(ChronoField.HOUR_OF_DAY) == END_OF_DAY_H;
        LocalDate day = endOfDay ? date.minusDays(1) : date;
        return written.getLong(ChronoField.DAY_OF_MONTH) != day.getDayOfMonth();
    }

    /** Replaces non-breaking and thin blanks by plain blanks. */
    public static String withPlainBlanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }
}
