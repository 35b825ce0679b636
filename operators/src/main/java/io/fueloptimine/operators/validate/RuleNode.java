package io.fueloptimine.operators.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One mapping of a suite file: typed access that notes each fault instead of stopping at it. */
final class RuleNode {

    private final String label;
    private final JsonNode node;
    private final List<String> faults;

    RuleNode(String label, JsonNode node, List<String> faults) {
        this.label = label;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            fault("expected a mapping");
        }
    }

    void fault(String fault) {
        faults.add(label + ": " + fault);
    }

    boolean has(String key) {
        return node.has(key);
    }

    void allowOnly(Set<String> keys) {
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!keys.contains(key)) {
                                fault("unknown key " + key + ", known are " + new TreeSet<>(keys));
                            }
                        });
    }

    String requiredText(String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            fault(key + ": expected text");
            return null;
        }
        return value.asText();
    }

    Double number(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            fault(key + ": expected a number, found " + value);
            return null;
        }
        return value.asDouble();
    }

    boolean flag(String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key + ": expected true or false, found " + value);
        }
        return value.asBoolean(false);
    }

    /** The texts of a list, or the one text that stands in its place. */
    List<String> texts(String key) {
        JsonNode value = node.path(key);
        List<String> texts = new ArrayList<>();
        if (value.isValueNode()) {
            texts.add(value.asText());
        } else {
            value.forEach(item -> texts.add(item.asText()));
        }
        return texts;
    }

    /** The enum constants a list names in lower case; all of them when the key is absent. */
    <E extends Enum<E>> Set<E> names(String key, Class<E> type) {
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

    /** The enum constant a key names in lower case. */
    <E extends Enum<E>> E name(String key, Class<E> type) {
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
