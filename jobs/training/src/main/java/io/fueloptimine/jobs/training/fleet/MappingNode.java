package io.fueloptimine.jobs.training.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Fields of a mapping file, with typed access. Faults are collected, so that all faults are
 * reported together. The caller must not use the value that is returned for an invalid field. Not
 * thread-safe.
 */
public final class MappingNode {

    private static final int MAX_SHOWN = 60;

    /**
     * Maximum number of faults. Without this limit, the faults of a large file could exhaust the
     * memory.
     */
    private static final int MAX_FAULTS = 100;

    private final String path;
    private final JsonNode node;
    private final List<String> faults;

    private MappingNode(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /**
     * The root node of a mapping file.
     *
     * @param known the names of the allowed fields
     * @param faults receives the faults
     */
    public static MappingNode root(JsonNode node, List<String> known, List<String> faults) {
        return new MappingNode("", node, faults).checked(known);
    }

    /**
     * Adds a fault of a field.
     *
     * @param value the invalid value; null when the field is missing
     * @param expected a description of valid values
     */
    public void fault(String field, String value, String expected) {
        String found =
                value == null
                        ? " is missing"
                        : " is '"
                                + (value.length() <= MAX_SHOWN
                                        ? value
                                        : value.substring(0, MAX_SHOWN) + "...")
                                + "'";
        add(nameOf(field) + found + ", expected " + expected);
    }

    /**
     * Adds a fault that is described by a sentence.
     *
     * @param field the subject of the sentence
     * @param sentence the sentence without its subject
     */
    public void fault(String field, String sentence) {
        add(nameOf(field) + " " + sentence);
    }

    /** Reads a required text. */
    public String text(String field) {
        Optional<String> given = optionalText(field);
        if (given.isEmpty() && isAbsent(field)) {
            fault(field, null, "a text");
        }
        return given.orElse("");
    }

    /** Reads an optional text. */
    public Optional<String> optionalText(String field) {
        JsonNode value = value(field);
        if (isAbsent(field)) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.asText().isBlank()) {
            fault(field, shown(value), "a text");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip());
    }

    /**
     * Reads one character; the word {@code tab} stands for a tab. Empty when the field is absent.
     */
    Optional<Character> character(String field) {
        JsonNode value = value(field);
        if (isAbsent(field)) {
            return Optional.empty();
        }
        String text = value.asText().equals("tab") ? "\t" : value.asText();
        if (!value.isValueNode() || text.length() != 1) {
            fault(field, shown(value), "one character, or the word tab");
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    /** Reads a map of texts by name; empty when the field is absent. */
    Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(field, List.of())
                .ifPresent(
                        fields ->
                                fields.names().forEach(name -> texts.put(name, fields.text(name))));
        return texts;
    }

    /** Reads a list of texts; empty when the field is absent. */
    List<String> list(String field) {
        JsonNode value = value(field);
        List<String> texts = new ArrayList<>();
        if (!isAbsent(field) && !value.isArray()) {
            fault(field, shown(value), "a list of texts");
        }
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.asText().strip()));
        }
        return texts;
    }

    /**
     * Reads the fields within a field; empty when the field is absent.
     *
     * @param known the names of the allowed inner fields; empty to allow any name
     */
    public Optional<MappingNode> object(String field, List<String> known) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        if (!value(field).isObject()) {
            fault(field, shown(value(field)), "fields");
            return Optional.empty();
        }
        MappingNode inner = new MappingNode(nameOf(field), value(field), faults);
        return Optional.of(known.isEmpty() ? inner : inner.checked(known));
    }

    /** The names of the fields of this node. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether a field has no value. */
    public boolean isAbsent(String field) {
        return value(field).isMissingNode() || value(field).isNull();
    }

    private MappingNode checked(List<String> known) {
        if (!node.isObject()) {
            add("it is not a mapping, expected the fields " + known);
            return new MappingNode(path, MissingNode.getInstance(), faults);
        }
        names().stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name ->
                                add(
                                        nameOf(name)
                                                + " is not a field, expected one of "
                                                + new TreeSet<>(known)));
        return this;
    }

    private void add(String fault) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(fault);
        } else if (faults.size() == MAX_FAULTS) {
            faults.add("further faults are not listed");
        }
    }

    private JsonNode value(String field) {
        return node.path(field);
    }

    private String nameOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
