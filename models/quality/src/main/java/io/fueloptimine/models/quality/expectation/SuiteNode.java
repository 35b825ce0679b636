package io.fueloptimine.models.quality.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.ExactNumber;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A mapping in a suite file, with typed access to its values. Invalid values are added to a list of
 * faults, so that all faults of a file are reported at once.
 */
public final class SuiteNode {

    /**
     * The maximum length of a window, s: one week, after which the state of other rules also
     * expires.
     */
    private static final int MAX_WINDOW_S = 604_800;

    private final String label;
    private final JsonNode node;
    private final List<String> faults;

    public SuiteNode(String label, JsonNode node, List<String> faults) {
        this.label = label;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            fault("expected a mapping");
        }
    }

    public void fault(String fault) {
        faults.add(label + ": " + fault);
    }

    public boolean has(String key) {
        return node.has(key);
    }

    public void allowOnly(Set<String> keys) {
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!keys.contains(key)) {
                                fault("unknown key " + key + ", known are " + new TreeSet<>(keys));
                            }
                        });
    }

    public String requiredText(String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            fault(key + ": expected text");
            return null;
        }
        return value.asText();
    }

    /** A required text that is a name; names are shown to people and written into records. */
    public String requiredName(String key) {
        String name = requiredText(key);
        if (name != null) {
            MineName.labelViolation(name)
                    .ifPresent(expected -> fault(key + ": expected " + expected));
        }
        return name;
    }

    public Double number(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!isExact(value)) {
            fault(key + ": expected a number, found " + value);
            return null;
        }
        return value.asDouble();
    }

    public boolean flag(String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key + ": expected true or false, found " + value);
        }
        return value.asBoolean(false);
    }

    /** The texts of a list; a single text counts as a list of one element. */
    public List<String> texts(String key) {
        JsonNode value = node.path(key);
        List<String> texts = new ArrayList<>();
        if (value.isValueNode()) {
            texts.add(value.asText());
        } else {
            value.forEach(item -> texts.add(item.asText()));
        }
        return texts;
    }

    /** The values of a list as text; a whole number has no fraction. */
    List<String> values(String key) {
        List<String> values = new ArrayList<>();
        for (JsonNode item : node.path(key)) {
            if (item.isNumber() && !isExact(item)) {
                fault(key + ": expected " + ExactNumber.EXPECTED + ", found " + item);
            }
            values.add(item.isNumber() ? ValueText.plain(item.asDouble()) : item.asText());
        }
        return values;
    }

    /** The numbers of a list; empty when the key is absent. */
    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode item : node.path(key)) {
            if (!isExact(item)) {
                fault(key + ": expected numbers, found " + item);
            }
            numbers.add(item.asDouble());
        }
        return numbers;
    }

    /** A required number above 0; returns 1 when the number is missing or invalid. */
    public double positive(String key) {
        JsonNode value = node.path(key);
        if (isExact(value) && value.asDouble() > 0) {
            return value.asDouble();
        }
        fault(key + ": expected a number above 0, found " + shown(value));
        return 1;
    }

    /** A whole number from 1 to a maximum; the default when the key is absent. */
    public int whole(String key, int byDefault, int largest) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return byDefault;
        }
        if (value.canConvertToInt()
                && value.isIntegralNumber()
                && value.asInt() >= 1
                && value.asInt() <= largest) {
            return value.asInt();
        }
        String range = largest == Integer.MAX_VALUE ? "from 1" : "from 1 to " + largest;
        fault(key + ": expected a whole number " + range + ", found " + value);
        return byDefault;
    }

    /** The length of a window expectation's window, s. */
    long windowS() {
        if (!has("window_s")) {
            fault("window_s: expected seconds from 1 to " + MAX_WINDOW_S);
            return 1;
        }
        return whole("window_s", 1, MAX_WINDOW_S);
    }

    /** A column that every stream must have; null when the key is invalid. */
    String column(String key, Set<ReadingStream> streams) {
        String name = requiredText(key);
        if (name == null) {
            return null;
        }
        for (ReadingStream stream : streams) {
            if (ReadingField.find(stream, name).isEmpty()) {
                fault("stream " + stream.topicName() + " has no field " + name);
            }
        }
        return name;
    }

    /** A column of numbers that every stream must have. */
    String numberColumn(String key, Set<ReadingStream> streams) {
        String name = column(key, streams);
        if (!fields(name, streams).allMatch(ReadingField::isNumber)) {
            fault(name + " is not a number");
        }
        return name;
    }

    /** A column of times that every stream must have. */
    String timeColumn(String key, Set<ReadingStream> streams) {
        String name = column(key, streams);
        if (!fields(name, streams).allMatch(field -> field.type() == Instant.class)) {
            fault(name + " is not a time");
        }
        return name;
    }

    /** Adds a fault unless two columns are both numbers or both times. */
    void requireComparable(String columnA, String columnB, Set<ReadingStream> streams) {
        boolean numbers =
                Stream.concat(fields(columnA, streams), fields(columnB, streams))
                        .allMatch(ReadingField::isNumber);
        boolean times =
                Stream.concat(fields(columnA, streams), fields(columnB, streams))
                        .allMatch(field -> field.type() == Instant.class);
        if (!numbers && !times) {
            fault(columnA + " and " + columnB + " cannot be compared");
        }
    }

    /** The mapping that is the value of a key. */
    SuiteNode child(String key) {
        return new SuiteNode(label + ": " + key, node.path(key), faults);
    }

    private static Stream<ReadingField> fields(String name, Set<ReadingStream> streams) {
        return name == null
                ? Stream.empty()
                : streams.stream().flatMap(stream -> ReadingField.find(stream, name).stream());
    }

    private static boolean isExact(JsonNode value) {
        return value.isNumber() && ExactNumber.is(value);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "none" : value.toString();
    }

    /** The enum constants that a list names in lower case; all constants when the key is absent. */
    public <E extends Enum<E>> Set<E> names(String key, Class<E> type) {
        if (!has(key)) {
            return EnumSet.allOf(type);
        }
        Set<E> found = EnumSet.noneOf(type);
        for (String text : texts(key)) {
            E constant = constant(key, text, type);
            if (constant != null) {
                found.add(constant);
            }
        }
        if (texts(key).isEmpty()) {
            fault(key + ": expected at least one name");
        }
        return found;
    }

    /** The enum constant that the key's value names in lower case; null when it is invalid. */
    public <E extends Enum<E>> E name(String key, Class<E> type) {
        String text = requiredText(key);
        return text == null ? null : constant(key, text, type);
    }

    private <E extends Enum<E>> E constant(String key, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        String known = EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT);
        fault(key + ": unknown " + text + ", known are " + known);
        return null;
    }
}
