package io.fueloptimine.operators.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a suite's YAML strictly: every fault is found and named, nothing is assumed. */
final class SuiteReader {

    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    private SuiteReader() {}

    static ValidationSuite read(byte[] yaml, String source) {
        List<String> faults = new ArrayList<>();
        ValidationSuite suite = suiteOf(parse(yaml, source), faults);
        if (!faults.isEmpty()) {
            throw new InvalidSuiteException(source, faults);
        }
        return suite;
    }

    private static JsonNode parse(byte[] yaml, String source) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidSuiteException(source, List.of("not YAML: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new InvalidSuiteException(source, List.of("not readable: " + e.getMessage()));
        }
    }

    private static ValidationSuite suiteOf(JsonNode root, List<String> faults) {
        RuleNode file = new RuleNode("suite", root, faults);
        file.allowOnly(Set.of("suite", "rules"));
        String name = file.requiredText("suite");
        JsonNode list = root.path("rules");
        if (!list.isArray() || list.isEmpty()) {
            faults.add("rules: expected a list of rules");
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            String label = node.path("name").asText("number " + (i + 1));
            if (!names.add(label)) {
                faults.add("rule " + label + ": the name is taken");
            }
            rules.add(RuleReader.read(new RuleNode("rule " + label, node, faults)));
        }
        return new ValidationSuite(name, faults.isEmpty() ? rules : List.of());
    }
}
