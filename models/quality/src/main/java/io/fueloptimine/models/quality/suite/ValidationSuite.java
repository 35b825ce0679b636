package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.input.InvalidInputException;
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
 * An ordered list of rules by which readings are validated. The first rule that rejects a reading
 * is the reason of the rejection. Immutable.
 *
 * @param name the suite's name
 * @param digest the first 12 hexadecimal digits of the SHA-256 of the suite's text
 * @param rules the rules, in order
 */
public record ValidationSuite(String name, String digest, List<Rule> rules)
        implements Serializable {

    private static final String SHIPPED = "/validation-suite.yaml";

    public ValidationSuite {
        rules = List.copyOf(rules);
    }

    /**
     * The default suite, which is part of FuelOptiMine. It rejects values that no diesel machine or
     * sensor can have.
     */
    public static ValidationSuite shipped() {
        try (InputStream yaml = ValidationSuite.class.getResourceAsStream(SHIPPED)) {
            return SuiteReader.read(yaml.readAllBytes(), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped validation suite", e);
        }
    }

    /**
     * Reads a suite from a YAML file.
     *
     * @throws InvalidInputException naming every fault when the file is not a valid suite
     * @throws IOException when the file cannot be read
     */
    public static ValidationSuite read(Path file) throws IOException {
        // One byte more than a suite may have: a device or a pipe may have no end.
        try (InputStream in = Files.newInputStream(file)) {
            return SuiteReader.read(in.readNBytes(SuiteReader.MAX_BYTES + 1), file.toString());
        }
    }

    /**
     * Reads a suite from the text of a YAML file.
     *
     * @param source names the origin of the text in faults
     * @throws InvalidInputException naming every fault when the text is not a valid suite
     */
    public static ValidationSuite parse(String yaml, String source) {
        return SuiteReader.read(yaml.getBytes(StandardCharsets.UTF_8), source);
    }

    /** The rules with window expectations. */
    public List<Rule> windowRules() {
        return rules.stream()
                .filter(rule -> rule.expectation() instanceof WindowExpectation)
                .toList();
    }
}
