package io.fueloptimine.jobs.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fields of one fault of a scenario file. For an invalid field, the methods add an error
 * to a list; the error names the field, its value and the expected value. The caller must not use
 * the value that is returned for an invalid field. Not thread-safe.
 */
final class FaultFields {

    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");
    private static final int NAMES_SHOWN = 8;

    private final String where;
    private final JsonNode node;
    private final List<String> errors;
    private final Set<String> fields = new HashSet<>(Set.of("type"));

    FaultFields(String where, JsonNode node, List<String> errors) {
        this.where = where;
        this.node = node;
        this.errors = errors;
    }

    /** Reads the fields {@code start} and {@code duration}. */
    Span span() {
        Duration start = time("start");
        Duration length = time("duration");
        if (length != null && length.isZero()) {
            addError("duration", "more than 0s");
        }
        return new Span(start, length);
    }

    /** Reads a duration such as {@code 1h20m}; returns null when the field is invalid. */
    Duration time(String field) {
        JsonNode value = get(field);
        Matcher matcher = TIME.matcher(value.isTextual() ? value.textValue() : "");
        if (!matcher.matches() || matcher.end() == 0) {
            addError(field, "a time such as 40m, 1h20m or 90s");
            return null;
        }
        return Duration.ofHours(part(matcher, 1))
                .plusMinutes(part(matcher, 2))
                .plusSeconds(part(matcher, 3));
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    /** Reads a number, which must be above 0 and at most {@code max}. */
    double number(String field, double max) {
        JsonNode value = get(field);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number > 0 && number <= max)) {
            addError(field, "a number above 0, at most " + plain(max));
        }
        return number;
    }

    /** Reads a number, which must be from {@code -max} to {@code max} but not 0. */
    double signedNumber(String field, double max) {
        JsonNode value = get(field);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number != 0 && Math.abs(number) <= max)) {
            addError(field, "a number other than 0 from -" + plain(max) + " to " + plain(max));
        }
        return number;
    }

    /** Reads a number, which must be from {@code -max} to {@code max}. */
    double anyNumber(String field, double max) {
        JsonNode value = get(field);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(Math.abs(number) <= max)) {
            addError(field, "a number from -" + plain(max) + " to " + plain(max));
        }
        return number;
    }

    /**
     * Reads a name, which must be one of the known names.
     *
     * @param what what the names stand for, such as {@code roads}
     */
    String name(String field, Set<String> known, String what) {
        JsonNode value = get(field);
        if (!value.isTextual() || !known.contains(value.textValue())) {
            addError(field, what + " of the mine (" + shown(known) + ")");
            return null;
        }
        return value.textValue();
    }

    /**
     * Reads a list of known names; the text {@code all} stands for all known names.
     *
     * @param what what the names stand for, such as {@code roads}
     */
    Set<String> names(String field, Set<String> known, String what) {
        JsonNode value = get(field);
        if (value.isTextual() && value.textValue().equals("all")) {
            return Set.copyOf(known);
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (JsonNode element : value) {
            boolean isKnown = element.isTextual() && known.contains(element.textValue());
            (isKnown ? names : unknown).add(element.asText());
        }
        String expected = "all, or a list of " + what + " of the mine (" + shown(known) + ")";
        if (!value.isArray() || value.isEmpty()) {
            addError(field, expected);
        } else if (!unknown.isEmpty()) {
            errors.add(where + ": " + field + " names " + unknown + ", expected " + expected);
        }
        return Set.copyOf(names);
    }

    /**
     * Adds an error for each field of the fault that no method has read. Must be called after all
     * other methods.
     */
    void rejectOtherFields() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                errors.add(
                        where
                                + ": "
                                + name
                                + " is not a field of this fault, expected "
                                + String.join(", ", fields.stream().sorted().toList()));
            }
        }
    }

    private JsonNode get(String field) {
        fields.add(field);
        return node.path(field);
    }

    private void addError(String field, String expected) {
        JsonNode value = node.path(field);
        String found = value.isMissingNode() ? " is missing" : " " + value;
        errors.add(where + ": " + field + found + ", expected " + expected);
    }

    private static String shown(Set<String> known) {
        List<String> first = known.stream().limit(NAMES_SHOWN).toList();
        return String.join(", ", first) + (known.size() > NAMES_SHOWN ? ", ..." : "");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
