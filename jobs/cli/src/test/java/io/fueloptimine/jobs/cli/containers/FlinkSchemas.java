package io.fueloptimine.jobs.cli.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The schemas of the Flink Kubernetes Operator's resources: its files of custom resource
 * definitions, which are no part of the project.
 *
 * @param byKind the schema of each kind of resource
 */
record FlinkSchemas(Map<String, JsonSchema> byKind) {

    /** A property or environment variable with the folder of the definitions. */
    static final String SETTING = "FUEL_FLINK_OPERATOR_CRDS";

    /** The fields that every resource has, which definitions do not repeat. */
    private static final Map<String, String> EVERY_RESOURCE =
            Map.of("apiVersion", "string", "kind", "string", "metadata", "object");

    private static final String DEFINITIONS = "*.flink.apache.org-v1.yml";

    /**
     * Reads the folder that the setting names, or else the one beside the project.
     *
     * @throws org.opentest4j.TestAbortedException if it does not exist, which skips the test
     */
    static FlinkSchemas read() throws IOException {
        Path folder =
                Stream.of(System.getProperty(SETTING), System.getenv(SETTING))
                        .filter(named -> named != null && !named.isBlank())
                        .map(Path::of)
                        .findFirst()
                        .orElse(
                                FuelHome.find()
                                        .root()
                                        .resolve("../shared/data/flink-operator-crds"));
        assumeTrue(
                Files.isDirectory(folder),
                () ->
                        folder
                                + " does not exist; set "
                                + SETTING
                                + " to the folder helm/flink-kubernetes-operator/crds of the"
                                + " operator");
        Map<String, JsonSchema> schemas = new HashMap<>();
        try (var files = Files.newDirectoryStream(folder, DEFINITIONS)) {
            for (Path file : files) {
                JsonNode definition =
                        Resource.in(Files.readString(file, StandardCharsets.UTF_8)).get(0).tree();
                ObjectNode schema =
                        (ObjectNode) definition.at("/spec/versions/0/schema/openAPIV3Schema");
                refuseUnknownFields(schema);
                ObjectNode fields = (ObjectNode) schema.path("properties");
                EVERY_RESOURCE.forEach((name, type) -> fields.putObject(name).put("type", type));
                schemas.put(
                        definition.at("/spec/names/kind").asText(),
                        JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema));
            }
        }
        return new FlinkSchemas(Map.copyOf(schemas));
    }

    /** What is wrong with a resource; empty if nothing is. */
    List<String> faults(Resource resource) {
        JsonSchema schema = byKind.get(resource.kind());
        if (schema == null) {
            return List.of("no schema of the kind " + resource.kind());
        }
        return schema.validate(resource.tree()).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /**
     * Kubernetes drops fields that a schema does not name, unless it is told to keep them. Here
     * they are faults.
     */
    private static void refuseUnknownFields(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(FlinkSchemas::refuseUnknownFields);
    }
}
