package io.fueloptimine.jobs.training.timestamp;

import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds formatters that accept the names of months and of morning and afternoon (AM and PM) in the
 * forms that systems write. Names may be in upper or lower case, abbreviated, and with or without
 * full stops. The names in the JDK's locales are not sufficient, because they differ between JDK
 * versions.
 */
final class TimestampNames {

    /** The parts of a pattern: a quoted text, the name of a month, AM or PM, or other letters. */
    private static final Pattern PARTS =
            Pattern.compile("('[^']*')|((?:M|L){3,4}(?![ML]))|(a)|([ML]+|[^'MLa]+|')");

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int HALF_H = 12;

    private TimestampNames() {}

    /**
     * Creates the formatter of a pattern.
     *
     * @throws IllegalArgumentException when the pattern is invalid
     */
    static DateTimeFormatter formatter(String pattern, Locale locale) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher parts = PARTS.matcher(pattern);
        while (parts.find()) {
            if (parts.group(2) != null) {
                // The stop of an abbreviation and that of the pattern are one.
                boolean stopFollows = pattern.startsWith(".", parts.end());
                appendOneOf(builder, ChronoField.MONTH_OF_YEAR, months(locale, stopFollows));
            } else if (parts.group(3) != null) {
                appendOneOf(builder, ChronoField.AMPM_OF_DAY, halves(locale));
            } else {
                builder.appendPattern(parts.group());
            }
        }
        return builder.toFormatter(locale);
    }

    private static void appendOneOf(
            DateTimeFormatterBuilder builder,
            ChronoField field,
            Set<Map<Long, String>> alternatives) {
        alternatives.forEach(
                names -> builder.optionalStart().appendText(field, names).optionalEnd());
    }

    /**
     * The names of the months, longer names first, because a shorter name can be the beginning of a
     * longer name.
     */
    private static Set<Map<Long, String>> months(Locale locale, boolean stopFollows) {
        Set<Map<Long, String>> all = new LinkedHashSet<>();
        all.add(months(month -> month.getDisplayName(TextStyle.FULL, locale)));
        all.add(months(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        for (Function<Month, String> name :
                List.<Function<Month, String>>of(
                        month -> beginning(month, LONG, locale),
                        month -> month.getDisplayName(TextStyle.SHORT, locale),
                        month -> month.getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                        month -> beginning(month, SHORT, locale))) {
            if (!stopFollows) {
                all.add(months(month -> withoutStop(name.apply(month)) + "."));
            }
            all.add(months(month -> withoutStop(name.apply(month))));
        }
        all.removeIf(names -> new HashSet<>(names.values()).size() < names.size());
        return all;
    }

    private static Map<Long, String> months(Function<Month, String> name) {
        Map<Long, String> names = new TreeMap<>();
        Arrays.stream(Month.values())
                .forEach(month -> names.put((long) month.getValue(), name.apply(month)));
        return names;
    }

    private static String beginning(Month month, int length, Locale locale) {
        String name = month.getDisplayName(TextStyle.FULL, locale);
        return name.length() <= length ? name : name.substring(0, length);
    }

    private static String withoutStop(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Set<Map<Long, String>> halves(Locale locale) {
        Set<Map<Long, String>> all = new LinkedHashSet<>();
        DateTimeFormatter own = DateTimeFormatter.ofPattern("a", locale);
        all.add(Map.of(0L, half(own, 0), 1L, half(own, 1)));
        all.add(Map.of(0L, "a. m.", 1L, "p. m."));
        all.add(Map.of(0L, "a.m.", 1L, "p.m."));
        all.add(Map.of(0L, "am", 1L, "pm"));
        return all;
    }

    private static String half(DateTimeFormatter own, int half) {
        return TimestampPattern.withPlainBlanks(own.format(LocalTime.of(HALF_H * half, 0)));
    }
}
