package io.fueloptimine.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema files, the decoder and MESSAGES.md agree. */
class SchemaAgreementTest {

    private static final int DOCUMENTS = 2_000;
    private static final long SEED = 20_260_105;

    private static final Map<FieldType, String> JSON_TYPES =
            Map.of(
                    FieldType.NUMBER, "number",
                    FieldType.INTEGER, "integer",
                    FieldType.TEXT, "string",
                    FieldType.LABEL, "string",
                    FieldType.MACHINE, "string",
                    FieldType.TIME, "string");

    @ParameterizedTest
    @EnumSource(ReadingStream.class)
    void schemaAndDecoderHaveTheSameFieldsTypesAndUnits(ReadingStream stream) {
        Map<String, JsonNode> schema = MessageSchema.of(stream).fields();
        Map<String, MessageField> decoder = StreamSchemas.of(stream).fields();

        assertThat(schema.keySet()).containsExactlyInAnyOrderElementsOf(decoder.keySet());
        decoder.forEach((name, field) -> assertSame(schema.get(name), field, decoder));
    }

    private static void assertSame(
            JsonNode schema, MessageField field, Map<String, MessageField> decoder) {
        String type = JSON_TYPES.get(field.type());
        if (schema.has("type")) {
            assertThat(schema.get("type").toString()).as(field.name()).contains("\"" + type + "\"");
        } else {
            assertThat(schema.has("enum")).as(field.name()).isTrue();
        }
        assertThat(schema.get("description").asText()).as(field.name()).isNotBlank();
        JsonNode conversion = schema.path("x-converts-to");
        assertThat(conversion.isMissingNode())
                .as(field.name())
                .isEqualTo(field.unit() == Unit.SAME);
        if (field.unit() != Unit.SAME) {
            MessageField component = decoder.get(conversion.get("field").asText());
            assertThat(component.index()).isEqualTo(field.index());
            assertThat(conversion.get("factor").doubleValue()).isEqualTo(field.unit().factor());
            assertThat(conversion.get("offset").doubleValue()).isEqualTo(field.unit().offset());
        }
    }

    @ParameterizedTest
    @EnumSource(ReadingStream.class)
    void schemaAndDecoderAcceptTheSameDocuments(ReadingStream stream) throws Exception {
        MessageSchema messages = MessageSchema.of(stream);
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(messages.json());
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode document = validDocument(messages, random);
            if (random.nextBoolean()) {
                corrupt(document, messages, random);
            }
            nameOwnAssignment(document);
            boolean valid = schema.validate(document).isEmpty();
            assertThat(decodes(stream, document)).as("%s", document).isEqualTo(valid);
            accepted += valid ? 1 : 0;
        }
        assertThat(accepted).isBetween(DOCUMENTS / 3, DOCUMENTS * 9 / 10);
    }

    @Test
    void messagesMdListsEveryFieldOfEveryStream() throws IOException {
        String page = Files.readString(Path.of("MESSAGES.md"));

        for (ReadingStream stream : ReadingStream.values()) {
            MessageSchema schema = MessageSchema.of(stream);
            assertThat(page)
                    .contains("## " + stream.topicName() + "\n")
                    .contains(MessageTable.of(schema));
        }
    }

    /** No schema can state that an assignment is one of the sender's. */
    private static void nameOwnAssignment(ObjectNode document) {
        if (document.path("assignmentId").isTextual()) {
            document.put("assignmentId", "pit/T-01/" + document.get("assignmentId").textValue());
        }
    }

    private static boolean decodes(ReadingStream stream, ObjectNode document) {
        byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
        String kind = stream == ReadingStream.REFUEL ? "fuelbay" : "haultruck";
        String topic = "pit/v1/" + kind + "/T-01/" + stream.topicName();
        return SampleMessages.decode(topic, json) instanceof DecodeResult.Readable;
    }

    /**
     * A valid document: all required fields, some of the others, each quantity in one of its units.
     */
    private static ObjectNode validDocument(MessageSchema schema, Random random) {
        ObjectNode document = MineJson.mapper().createObjectNode();
        List<String> names = new ArrayList<>(schema.fields().keySet());
        Collections.shuffle(names, random);
        for (String name : names) {
            JsonNode field = schema.fields().get(name);
            boolean required = schema.required().contains(name);
            if (field.has("x-converts-to") || !required && random.nextInt(3) == 0) {
                continue;
            }
            List<String> units = new ArrayList<>(schema.otherUnitsOf(name).keySet());
            units.add(name);
            String chosen = units.get(random.nextInt(units.size()));
            boolean absent = !required && random.nextInt(8) == 0;
            document.set(chosen, absent ? null : value(field, random));
        }
        if (random.nextBoolean()) {
            document.putObject("unknown").put("x", random.nextInt());
        }
        return document;
    }

    private static JsonNode value(JsonNode field, Random random) {
        ObjectNode holder = MineJson.mapper().createObjectNode();
        if (field.has("enum")) {
            return field.get("enum").get(random.nextInt(field.get("enum").size()) / 2);
        }
        if (field.has("format")) {
            String month = String.format("%02d", 1 + random.nextInt(12));
            return holder.put("v", "2026-" + month + "-28T23:59:59.5Z").get("v");
        }
        String type = field.get("type").toString();
        if (type.contains("integer")) {
            return holder.put("v", random.nextLong(Long.MAX_VALUE)).get("v");
        }
        return type.contains("number")
                ? holder.put("v", random.nextGaussian() * 1e6).get("v")
                : holder.put("v", "é☃".repeat(random.nextInt(20))).get("v");
    }

    private static void corrupt(ObjectNode document, MessageSchema schema, Random random) {
        List<String> names = new ArrayList<>(schema.fields().keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(9)) {
            case 0 -> document.remove(name);
            case 1 -> document.putNull(name);
            case 2 -> document.put(name, "2026-13-05T08:00:00Z");
            case 3 -> document.put(name, true);
            case 4 -> document.putArray(name).add(1);
            case 5 -> document.put(name, -1);
            case 6 -> document.put(name, 1.5);
            case 7 -> document.put(name, "x".repeat(8_193));
            default -> document.put(name, random.nextBoolean() ? "Accepted" : "hauling");
        }
    }
}
