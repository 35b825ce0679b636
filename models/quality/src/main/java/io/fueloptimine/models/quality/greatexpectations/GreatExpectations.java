package io.fueloptimine.models.quality.greatexpectations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts a suite that Great Expectations saved as JSON to a suite file. Both format 0.x (with
 * {@code expectation_type}) and format 1.x (with {@code type}) are supported. Expectations without
 * a counterpart are left out and listed.
 */
public final class GreatExpectations {

    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            // Without quotes, an equipment class such as 1E3 would be read as a
                            // number.
                            .disable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                            .build());

    private GreatExpectations() {}

    /**
     * Converts a suite.
     *
     * @param source names the origin of the bytes in faults
     * @throws InvalidInputException when the bytes are not a suite of Great Expectations
     */
    public static ImportedSuite read(byte[] json, String source, ImportSettings settings) {
        JsonNode root = parse(json, source);
        if (!root.path("expectations").isArray()) {
            throw new InvalidInputException(source, List.of("expectations: expected a list"));
        }
        List<Map<String, Object>> rules = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        RuleNames names = new RuleNames();
        int number = 0;
        for (JsonNode node : root.path("expectations")) {
            ImportedExpectation expectation = ImportedExpectation.of(node, ++number);
            List<String> faults = new ArrayList<>(expectation.untranslatable());
            Map<String, Object> rule = expectation.rule(names, settings);
            if (faults.isEmpty()) {
                faults.addAll(faultsOf(rule));
            }
            if (faults.isEmpty()) {
                rules.add(rule);
                remarks.addAll(expectation.remarks(rule));
            } else {
                skipped.add(expectation.label() + ": " + String.join("; ", faults));
            }
        }
        String yaml = rules.isEmpty() ? "" : write(nameOf(root), rules);
        return new ImportedSuite(yaml, rules.size(), skipped, remarks);
    }

    private static JsonNode parse(byte[] json, String source) {
        return StrictFormat.JSON.tree(TextFile.text(json, source), source);
    }

    private static String nameOf(JsonNode root) {
        String old = root.path("expectation_suite_name").asText("");
        return root.path("name").asText(old.isBlank() ? "imported" : old);
    }

    /** The faults of a converted rule, as the reader of suite files reports them. */
    private static List<String> faultsOf(Map<String, Object> rule) {
        try {
            ValidationSuite.parse(write("one", List.of(rule)), "rule");
            return List.of();
        } catch (InvalidInputException e) {
            String label = "rule " + rule.get("name") + ": ";
            return e.faults().stream()
                    .map(fault -> fault.startsWith(label) ? fault.substring(label.length()) : fault)
                    .toList();
        }
    }

    private static String write(String name, List<Map<String, Object>> rules) {
        Map<String, Object> suite = new LinkedHashMap<>();
        suite.put("suite", name);
        suite.put("rules", rules);
        try {
            return YAML.writeValueAsString(suite);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a suite", e);
        }
    }
}
