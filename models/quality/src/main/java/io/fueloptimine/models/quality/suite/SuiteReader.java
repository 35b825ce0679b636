package io.fueloptimine.models.quality.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.input.WildcardPattern;
import io.fueloptimine.models.quality.expectation.MatchRegex;
import io.fueloptimine.models.quality.expectation.SuiteNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a suite's YAML strictly and reports all faults at once. */
public final class SuiteReader {

    /** The maximum size of a suite file, bytes. */
    static final int MAX_BYTES = 1024 * 1024;

    /**
     * The maximum number of rules of a suite. Each reading is validated against all rules of its
     * stream, and each rule has a counter.
     */
    private static final int MAX_RULES = 2_000;

    /**
     * The maximum number of instructions of all regular expressions of a suite, counted once per
     * stream of their rules. Matching a text of 8,192 characters against so many instructions takes
     * a few seconds at most.
     */
    private static final long MAX_INSTRUCTIONS = 10_000;

    /**
     * The maximum number of machine patterns with a wildcard in a suite. The id of each reading is
     * compared with all of them.
     */
    private static final long MAX_ID_PATTERNS = 1_000;

    private static final int DIGEST_BYTES = 6;

    private SuiteReader() {}

    static ValidationSuite read(byte[] yaml, String source) {
        if (yaml.length > MAX_BYTES) {
            String fault = "expected at most " + MAX_BYTES + " bytes, found more";
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
        if (list.size() > MAX_RULES) {
            faults.add("rules: expected at most " + MAX_RULES + " rules, found " + list.size());
            return new ValidationSuite(name, digest, List.of());
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
        if (faults.isEmpty()) {
            checkRegexes(rules, faults);
            checkIdPatterns(rules, faults);
        }
        return new ValidationSuite(name, digest, faults.isEmpty() ? rules : List.of());
    }

    private static void checkRegexes(List<Rule> rules, List<String> faults) {
        long instructions = 0;
        for (Rule rule : rules) {
            if (rule.expectation() instanceof MatchRegex match) {
                instructions += match.instructions() * rule.streams().size();
            }
        }
        if (instructions > MAX_INSTRUCTIONS) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "rules: expected regexes of at most %d instructions in all, with their"
                                    + " repeats written out and counted once per stream, found %d",
                            MAX_INSTRUCTIONS,
                            instructions));
        }
    }

    private static void checkIdPatterns(List<Rule> rules, List<String> faults) {
        long patterns =
                rules.stream()
                        .flatMap(rule -> rule.scope().machines().stream())
                        .filter(WildcardPattern::isPattern)
                        .count();
        if (patterns > MAX_ID_PATTERNS) {
            faults.add(
                    "rules: expected at most "
                            + MAX_ID_PATTERNS
                            + " machine patterns with * or ? in all, found "
                            + patterns);
        }
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
