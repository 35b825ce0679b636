package io.fueloptimine.models.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stream's JSON Schema file. */
record MessageSchema(ReadingStream stream, ObjectNode json) {

    static MessageSchema of(ReadingStream stream) {
        String file = "/schemas/v1/" + stream.topicName() + ".json";
        try (InputStream in = MessageSchema.class.getResourceAsStream(file)) {
            return new MessageSchema(stream, (ObjectNode) MineJson.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Its fields in order, by name. */
    Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        json.get("properties").fields().forEachRemaining(e -> fields.put(e.getKey(), e.getValue()));
        return fields;
    }

    /** The required fields, in any of their units. */
    List<String> required() {
        List<String> names = new ArrayList<>();
        json.get("required").forEach(name -> names.add(name.asText()));
        for (JsonNode condition : json.path("allOf")) {
            if (condition.has("anyOf")) {
                names.add(condition.at("/anyOf/0/required/0").asText());
            }
        }
        return names;
    }

    /** The fields that give a quantity in other units, by name. */
    Map<String, JsonNode> otherUnitsOf(String field) {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        fields().forEach(
                        (name, schema) -> {
                            if (schema.at("/x-converts-to/field").asText().equals(field)) {
                                others.put(name, schema);
                            }
                        });
        return others;
    }
}
