package io.fueloptimine.jobs.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@link Scenario} from YAML and checks it against the machines and roads of the mine. */
public final class ScenarioFile {

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
        return StrictFormat.YAML.tree(
                TextFile.read("scenario file", file), "scenario file " + file);
    }

    private static Scenario scenarioOf(JsonNode root, MineNames names, List<String> errors) {
        if (!root.isObject()) {
            errors.add("expected the fields name and faults, found " + kindOf(root));
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

    private static String kindOf(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static List<ScenarioFault> faultsOf(
            JsonNode root, MineNames names, List<String> errors) {
        JsonNode list = root.path("faults");
        if (!list.isArray()) {
            errors.add("faults is " + kindOf(list) + ", expected a list ([] for none)");
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
