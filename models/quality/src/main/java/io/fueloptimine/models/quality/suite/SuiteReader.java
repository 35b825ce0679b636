package io.fueloptimine.models.quality.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.quality.expectation.SuiteNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads a suite's YAML strictly and reports all faults at once. */
public final class SuiteReader {

    /**
     * The maximum size of a suite file, bytes. It is enough for thousands of rules and protects
     * against wrong files.
     */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final int DIGEST_BYTES = 6;

    private SuiteReader() {}

    static ValidationSuite read(byte[] yaml, String source) {
        if (yaml.length > MAX_BYTES) {
            String fault = "expected at most " + MAX_BYTES + " bytes, found " + yaml.length;
            throw new InvalidInputException(source, List.of(fault));
        }
        List<String> faults = new ArrayList<>();
        ValidationSuite suite = suiteOf(parse(yaml, source), digest(yaml), faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(source, faults);
        }
        return suite;
    }

    private static JsonNode parse(byte[] yaml, String source) {
        return StrictFormat.YAML.tree(TextFile.text(yaml, source), source);
    }

    private static ValidationSuite suiteOf(JsonNode root, String digest, List<String> faults) {
        SuiteNode file = new SuiteNode("suite", root, faults);
        file.allowOnly(Set.of("suite", "rules"));
        String name = file.requiredName("suite");
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
                faults.add("rule " + label + ": the name is used twice");
            }
            rules.add(RuleReader.read(new SuiteNode("rule " + label, node, faults)));
        }
        return new ValidationSuite(name, digest, faults.isEmpty() ? rules : List.of());
    }

    private static String digest(byte[] yaml) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(yaml);
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
