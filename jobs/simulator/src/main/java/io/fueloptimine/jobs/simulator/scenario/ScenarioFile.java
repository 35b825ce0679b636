package io.fueloptimine.jobs.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.MineSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@link Scenario} from YAML and checks it against the mine. */
public final class ScenarioFile {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ScenarioFile() {}

    /**
     * Reads and checks one file.
     *
     * @throws InvalidInputException when the file is missing, is not YAML, or contains unknown or
     *     invalid names, types or values; the message names the file and every error
     */
    public static Scenario read(Path file, MineSite site) {
        JsonNode root = parse(file);
        List<String> errors = new ArrayList<>();
        Scenario scenario = scenarioOf(root, MineNames.of(site), errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(
                    "scenario file " + file + ": " + String.join("; ", errors));
        }
        return scenario;
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("scenario file " + file + " does not exist", e);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new InvalidInputException(
                    "scenario file " + file + " is not YAML: " + firstLine(e) + line, e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "scenario file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }

    private static Scenario scenarioOf(JsonNode root, MineNames names, List<String> errors) {
        if (!root.isObject()) {
            errors.add("expected the fields name and faults, found " + root.getNodeType());
            return Scenario.UNDISTURBED;
        }
        for (Iterator<String> fields = root.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!Set.of("name", "faults").contains(field)) {
                errors.add(field + " is not a field, expected name and faults");
            }
        }
        if (!root.path("name").isTextual()) {
            errors.add("name " + root.path("name") + ", expected a text");
        }
        return new Scenario(root.path("name").asText(), faultsOf(root, names, errors));
    }

    private static List<ScenarioFault> faultsOf(
            JsonNode root, MineNames names, List<String> errors) {
        JsonNode list = root.path("faults");
        if (!list.isArray()) {
            errors.add("faults is " + list.getNodeType() + ", expected a list ([] for none)");
        }
        List<ScenarioFault> faults = new ArrayList<>();
        for (JsonNode node : list) {
            ScenarioFault fault = faultOf(node, faults.size() + 1, names, errors);
            faults.add(fault);
        }
        return errors.isEmpty() ? faults : List.of();
    }

    private static ScenarioFault faultOf(
            JsonNode node, int number, MineNames names, List<String> errors) {
        String typeName = node.path("type").asText();
        FaultType type = FaultType.fromFileName(typeName).orElse(null);
        if (type == null) {
            String found =
                    node.path("type").isMissingNode() ? " is missing" : " " + node.get("type");
            errors.add("fault " + number + ": type" + found + ", expected one of " + allTypes());
            return null;
        }
        String where = "fault " + number + " (" + typeName + ")";
        FaultFields fields = new FaultFields(where, node, errors);
        ScenarioFault fault = type.read(fields, names);
        fields.rejectOtherFields();
        return fault;
    }

    private static String allTypes() {
        return Arrays.stream(FaultType.values())
                .map(FaultType::fileName)
                .collect(Collectors.joining(", "));
    }
}
