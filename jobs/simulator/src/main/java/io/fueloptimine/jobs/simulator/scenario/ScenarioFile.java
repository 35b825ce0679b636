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

/** Reads a {@link Scenario} from YAML, strictly, against the mine it is meant for. */
public final class ScenarioFile {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ScenarioFile() {}

    /**
     * Reads and checks one file.
     *
     * @throws InvalidInputException when it is missing, is not YAML, or says anything that this
     *     mine or this program does not know; one message names the file and every fault
     */
    public static Scenario read(Path file, MineSite site) {
        JsonNode root = parse(file);
        List<String> complaints = new ArrayList<>();
        Scenario scenario = scenarioOf(root, MineNames.of(site), complaints);
        if (!complaints.isEmpty()) {
            throw new InvalidInputException(
                    "scenario file " + file + ": " + String.join("; ", complaints));
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

    private static Scenario scenarioOf(JsonNode root, MineNames names, List<String> complaints) {
        if (!root.isObject()) {
            complaints.add("expected the fields name and faults, found " + root.getNodeType());
            return Scenario.UNDISTURBED;
        }
        for (Iterator<String> fields = root.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!Set.of("name", "faults").contains(field)) {
                complaints.add(field + " is not a field, expected name and faults");
            }
        }
        if (!root.path("name").isTextual()) {
            complaints.add("name " + root.path("name") + ", expected a text");
        }
        return new Scenario(root.path("name").asText(), faultsOf(root, names, complaints));
    }

    private static List<Fault> faultsOf(JsonNode root, MineNames names, List<String> complaints) {
        JsonNode list = root.path("faults");
        if (!list.isArray()) {
            complaints.add("faults is " + list.getNodeType() + ", expected a list ([] for none)");
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode node : list) {
            Fault fault = faultOf(node, faults.size() + 1, names, complaints);
            faults.add(fault);
        }
        return complaints.isEmpty() ? faults : List.of();
    }

    private static Fault faultOf(
            JsonNode node, int number, MineNames names, List<String> complaints) {
        String typeName = node.path("type").asText();
        FaultType type = FaultType.fromFileName(typeName).orElse(null);
        if (type == null) {
            String found =
                    node.path("type").isMissingNode() ? " is missing" : " " + node.get("type");
            complaints.add(
                    "fault " + number + ": type" + found + ", expected one of " + allTypes());
            return null;
        }
        String where = "fault " + number + " (" + typeName + ")";
        FaultFields fields = new FaultFields(where, node, complaints);
        Fault fault = type.read(fields, names);
        fields.nothingElse();
        return fault;
    }

    private static String allTypes() {
        return Arrays.stream(FaultType.values())
                .map(FaultType::fileName)
                .collect(Collectors.joining(", "));
    }
}
