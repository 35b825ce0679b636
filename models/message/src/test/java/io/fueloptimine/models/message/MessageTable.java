package io.fueloptimine.models.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;

/** Formats a schema as its table in MESSAGES.md. */
final class MessageTable {

    private MessageTable() {}

    static String of(MessageSchema schema) {
        StringBuilder table =
                new StringBuilder(
                        "| field | unit | what it is | also accepted |\n|---|---|---|---|\n");
        schema.fields()
                .forEach(
                        (name, field) -> {
                            if (!field.has("x-converts-to")) {
                                table.append(row(schema, name, field)).append('\n');
                            }
                        });
        return table.toString();
    }

    private static String row(MessageSchema schema, String name, JsonNode field) {
        String needed = schema.required().contains(name) ? "**`" + name + "`**" : "`" + name + "`";
        return "| %s | %s | %s | %s |"
                .formatted(
                        needed,
                        unit(field),
                        field.get("description").asText(),
                        others(schema.otherUnitsOf(name)));
    }

    private static String unit(JsonNode field) {
        if (field.has("x-unit")) {
            return field.get("x-unit").asText();
        }
        if (field.has("format")) {
            return "UTC";
        }
        return field.path("type").toString().contains("integer") ? "number" : "text";
    }

    private static String others(Map<String, JsonNode> fields) {
        return fields.entrySet().stream()
                .map(e -> "`" + e.getKey() + "` " + e.getValue().get("x-unit").asText())
                .collect(Collectors.joining(", "));
    }
}
