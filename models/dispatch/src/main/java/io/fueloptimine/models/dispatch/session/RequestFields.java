package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.ExactNumber;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of one JSON object of a request. Each method throws a {@link RequestFaultException}
 * that names the field with its path. Unknown fields are ignored.
 */
final class RequestFields {

    private static final int MAX_SHOWN = 60;

    /** Times far apart have no difference in milliseconds. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final String path;
    private final JsonNode node;

    private RequestFields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** The fields of a whole request. */
    static RequestFields of(JsonNode request) {
        return new RequestFields("", request);
    }

    /** The path of a field, such as {@code trucks[2].id}. */
    String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** A fault of a field of this object. */
    RequestFaultException fault(String field, String expected) {
        return new RequestFaultException(pathOf(field), shown(node.path(field)), expected);
    }

    boolean has(String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    String text(String field) throws RequestFaultException {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault(field, "a text");
        }
        return value.textValue();
    }

    /** A machine's name, which is part of ids and keys. */
    String name(String field) throws RequestFaultException {
        String name = text(field);
        Optional<String> expected = MineName.violation(name);
        if (expected.isPresent()) {
            throw fault(field, expected.get());
        }
        return name;
    }

    /** A number within bounds. */
    double number(String field, double min, double max) throws RequestFaultException {
        JsonNode value = node.path(field);
        boolean valid = value.isNumber() && ExactNumber.is(value);
        double number = valid ? value.doubleValue() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw fault(field, "a number from " + plain(min) + " to " + plain(max));
        }
        return number;
    }

    /** A number within bounds, or a default if the field is absent. */
    double number(String field, double min, double max, double absent)
            throws RequestFaultException {
        return has(field) ? number(field, min, max) : absent;
    }

    boolean flag(String field) throws RequestFaultException {
        if (!node.path(field).isBoolean()) {
            throw fault(field, "true or false");
        }
        return node.path(field).booleanValue();
    }

    boolean flag(String field, boolean absent) throws RequestFaultException {
        return has(field) ? flag(field) : absent;
    }

    Instant time(String field) throws RequestFaultException {
        Instant time = null;
        try {
            time = Instant.parse(text(field));
        } catch (DateTimeException e) {
            // The fault below names the field.
        }
        if (time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw fault(field, "a UTC time from 1970 to 9999 such as 2026-05-04T06:00:00Z");
        }
        return time;
    }

    <E extends Enum<E>> E word(String field, Class<E> type) throws RequestFaultException {
        String text = text(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw fault(field, "one of " + List.of(type.getEnumConstants()));
    }

    RequestFields object(String field) throws RequestFaultException {
        if (!node.path(field).isObject()) {
            throw fault(field, "an object");
        }
        return new RequestFields(pathOf(field), node.path(field));
    }

    /**
     * The objects of a list.
     *
     * @param most largest number of objects
     */
    List<RequestFields> objects(String field, int most) throws RequestFaultException {
        List<RequestFields> objects = new ArrayList<>();
        for (JsonNode element : list(field, most)) {
            String name = field + "[" + objects.size() + "]";
            if (!element.isObject()) {
                throw new RequestFaultException(pathOf(name), shown(element), "an object");
            }
            objects.add(new RequestFields(pathOf(name), element));
        }
        return objects;
    }

    /** The texts of a list. */
    List<String> texts(String field, int most) throws RequestFaultException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(field, most)) {
            if (!element.isTextual()) {
                String name = pathOf(field + "[" + texts.size() + "]");
                throw new RequestFaultException(name, shown(element), "a text");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** The names of the fields of this object. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode list(String field, int most) throws RequestFaultException {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw fault(field, "a list");
        }
        if (value.size() > most) {
            throw new RequestFaultException(
                    pathOf(field), value.size() + " elements", "at most " + most);
        }
        return value;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return PrintableText.of(
                text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...");
    }
}
