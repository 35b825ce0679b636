package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.quality.expectation.WindowExpectation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The declared rules that readings must keep, in the order in which they are tried; the first one
 * that rejects names the reason. Immutable.
 *
 * @param name the suite's name
 * @param digest the first 12 hex digits of its text's SHA-256
 * @param rules its rules
 */
public record ValidationSuite(String name, String digest, List<Rule> rules)
        implements Serializable {

    private static final String SHIPPED = "/validation-suite.yaml";

    public ValidationSuite {
        rules = List.copyOf(rules);
    }

    /** The suite that comes with the product: what no diesel truck or sensor can truly say. */
    public static ValidationSuite shipped() {
        try (InputStream yaml = ValidationSuite.class.getResourceAsStream(SHIPPED)) {
            return SuiteReader.read(yaml.readAllBytes(), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped validation suite", e);
        }
    }

    /**
     * A suite from a YAML file.
     *
     * @throws InvalidInputException naming every fault when it is not a suite
     * @throws IOException when it cannot be read
     */
    public static ValidationSuite read(Path file) throws IOException {
        return SuiteReader.read(Files.readAllBytes(file), file.toString());
    }

    /**
     * A suite from the text of a YAML file.
     *
     * @param source where the text comes from, for faults
     * @throws InvalidInputException naming every fault when it is not a suite
     */
    public static ValidationSuite parse(String yaml, String source) {
        return SuiteReader.read(yaml.getBytes(StandardCharsets.UTF_8), source);
    }

    /** The rules whose expectation is of windows. */
    public List<Rule> windowRules() {
        return rules.stream()
                .filter(rule -> rule.expectation() instanceof WindowExpectation)
                .toList();
    }
}
