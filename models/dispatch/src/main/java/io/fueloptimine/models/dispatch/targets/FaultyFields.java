package io.fueloptimine.models.dispatch.targets;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.FieldFault;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of one JSON object, read without exceptions: a field with a fault is null, and the
 * fault is added to a list. A field whose value is null counts as missing; unknown fields are
 * ignored. Not thread-safe.
 */
final class FaultyFields {

    private static final int MAX_SHOWN = 60;

    private final String path;
    private final JsonNode node;
    private final List<FieldFault> faults;

    FaultyFields(String path, JsonNode node, List<FieldFault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** The faults of the whole record so far. */
    List<FieldFault> faults() {
        return faults;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    void fault(String field, String expected) {
        fault(path + field, shown(node.path(field)), expected);
    }

    void fault(String fullPath, String value, String expected) {
        faults.add(new FieldFault(fullPath, value, expected));
    }

    /** A required text that fits a column for labels. */
    String label(String field) {
        String text = text(field, MineName.MAX_LABEL_LENGTH);
        Optional<String> violation =
                text == null ? Optional.empty() : MineName.labelViolation(text);
        if (violation.isPresent()) {
            fault(field, violation.get());
            return null;
        }
        return text;
    }

    String optionalLabel(String field) {
        return has(field) ? label(field) : null;
    }

    /** A required text. */
    String text(String field, int maxLength) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            fault(field, "a text");
            return null;
        }
        if (value.textValue().length() > maxLength) {
            fault(field, "at most " + maxLength + " characters");
            return null;
        }
        return PrintableText.of(value.textValue());
    }

    /** A required time. */
    Instant time(String field) {
        try {
            JsonNode value = node.path(field);
            return Instant.parse(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeException e) {
            fault(field, "a UTC time such as 2026-05-04T06:00:00Z");
            return null;
        }
    }

    /** A number; null when the field is missing. */
    Double number(String field, double min, double max) {
        if (!has(field)) {
            return null;
        }
        JsonNode value = node.path(field);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (number >= min && number <= max) {
            return number;
        }
        fault(field, "a number from " + plain(min) + " to " + plain(max));
        return null;
    }

    /** A number without a fraction; null when the field is missing. */
    Double wholeNumber(String field, int min, int max) {
        if (has(field) && !node.path(field).isIntegralNumber()) {
            fault(field, "a whole number from " + min + " to " + max);
            return null;
        }
        return number(field, min, max);
    }

    /** A constant by its name; null when the field is missing. */
    <E extends Enum<E>> E word(String field, Class<E> type) {
        if (!has(field)) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(node.path(field).asText())) {
                return constant;
            }
        }
        fault(field, "one of " + List.of(type.getEnumConstants()));
        return null;
    }

    /** The objects of a list with at least one element; those that are no objects are left out. */
    List<FaultyFields> objects(String field, int most) {
        JsonNode list = node.path(field);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            fault(field, "a list of 1 to " + most + " objects");
            return List.of();
        }
        List<FaultyFields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String name = path + field + "[" + i + "]";
            if (list.get(i).isObject()) {
                objects.add(new FaultyFields(name + ".", list.get(i), faults));
            } else {
                fault(name, shown(list.get(i)), "an object");
            }
        }
        return objects;
    }

    static String plain(double bound) {
        return bound == Math.rint(bound)
                ? String.format(Locale.ROOT, "%.0f", bound)
                : Double.toString(bound);
    }

    static String shown(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return PrintableText.of(
                text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...");
    }
}
