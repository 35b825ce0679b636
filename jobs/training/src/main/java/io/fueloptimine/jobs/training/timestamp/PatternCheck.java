package io.fueloptimine.jobs.training.timestamp;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that a timestamp pattern contains date and time and is unambiguous. */
public final class PatternCheck {

    /** The time that messages use as an example. */
    static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 11, 23, 21, 43, 54);

    private static final List<LocalDateTime> SAMPLES =
            List.of(
                    EXAMPLE,
                    LocalDateTime.of(2024, 2, 29, 12, 7, 8),
                    LocalDateTime.of(2026, 1, 5, 0, 0, 0));

    /** The steps of checking a pattern grow with the square of its length. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern QUOTED_UTC = Pattern.compile("'[^']*(?:Z|UTC|GMT)[^']*'");
    private static final Pattern LITERAL_OFFSET = Pattern.compile("[+-][0-9]{2}:?[0-9]{2}");
    private static final Pattern ZONE_NAME = Pattern.compile("[zvV]");
    private static final Pattern MONTH_AFTER_HOUR = Pattern.compile("[HhKk]+[^A-Za-z\\[\\]]*M");

    private PatternCheck() {}

    /**
     * Returns what a faulty pattern should contain, for the word "expected" of a message; empty
     * when the pattern is usable.
     *
     * @param zone the zone of timestamps without an offset
     */
    public static Optional<String> fault(String pattern, Locale locale, ZoneId zone) {
        if (pattern.length() > MAX_LENGTH) {
            return Optional.of("a pattern of at most " + MAX_LENGTH + " characters");
        }
        if (TimestampPattern.isEpoch(pattern)) {
            return Optional.empty();
        }
        String letters = QUOTED.matcher(pattern).replaceAll("");
        if (ZONE_NAME.matcher(letters).find()) {
            return Optional.of(
                    "an offset (XXX) or the zone of the mapping: names of zones are ambiguous");
        }
        if (MONTH_AFTER_HOUR.matcher(letters).find()) {
            return Optional.of("mm for minutes: MM is the month");
        }
        if (letters.contains("S") && !letters.contains("s")) {
            return Optional.of("ss for seconds: S is the fraction of a second");
        }
        if (letters.contains("D") && letters.contains("M")) {
            return Optional.of("dd for the day of the month: D is the day of the year");
        }
        if (QUOTED_UTC.matcher(pattern).find() && !isUtc(zone)) {
            return Optional.of("X for a Z that means UTC: in quotes it is ignored");
        }
        if (LITERAL_OFFSET.matcher(pattern).find()) {
            return Optional.of("XXX for the offset: a literal one is ignored");
        }
        return givesTimes(pattern, locale)
                ? Optional.empty()
                : Optional.of(
                        "a pattern that gives date and time, such as yyyy-MM-dd HH:mm:ss, with"
                                + " yyyy for the year, HH for hours 0 to 23, hh with a for 1 to"
                                + " 12");
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static boolean givesTimes(String pattern, Locale locale) {
        try {
            TimestampPattern parsed = TimestampPattern.of(pattern, locale);
            for (LocalDateTime sample : SAMPLES) {
                LocalDateTime read = parsed.parse(parsed.print(sample)).local();
                boolean same =
                        Stream.of(ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS)
                                .anyMatch(unit -> sample.truncatedTo(unit).equals(read));
                if (!same) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException | UnreadableValueException e) {
            return false;
        }
    }
}
