package io.fueloptimine.models.quality.greatexpectations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.quality.expectation.ExpectationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One expectation of a Great Expectations suite.
 *
 * @param number the position in the suite, from 1
 * @param type the name of the expectation
 * @param arguments the keyword arguments that are not null
 * @param severity the severity of a violation, which later versions of Great Expectations contain;
 *     empty when absent
 */
record ImportedExpectation(int number, String type, ObjectNode arguments, String severity) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Arguments that control a run of Great Expectations and do not describe the data. */
    private static final Set<String> RUN_ARGUMENTS =
            Set.of(
                    "batch_id",
                    "result_format",
                    "catch_exceptions",
                    "include_config",
                    "include_rendered_content",
                    "row_limit");

    /**
     * Keys of a saved expectation that are not arguments. They matter for files in which the
     * arguments are not nested in {@code kwargs}.
     */
    private static final Set<String> OTHER_KEYS =
            Set.of(
                    "expectation_type",
                    "type",
                    "kwargs",
                    "meta",
                    "id",
                    "ge_cloud_id",
                    "expectation_context",
                    "notes",
                    "description",
                    "severity",
                    "success_on_last_run",
                    "rendered_content",
                    "windows");

    static ImportedExpectation of(JsonNode node, int number) {
        JsonNode given = node.has("kwargs") ? node.path("kwargs") : node;
        ObjectNode arguments = JSON.createObjectNode();
        given.fields()
                .forEachRemaining(
                        entry -> {
                            String key = entry.getKey();
                            boolean isOtherKey = given == node && OTHER_KEYS.contains(key);
                            if (!isOtherKey
                                    && !RUN_ARGUMENTS.contains(key)
                                    && !entry.getValue().isNull()) {
                                arguments.set(key, entry.getValue());
                            }
                        });
        String old = node.path("expectation_type").asText("");
        String name = node.path("type").asText(old);
        // Two names are no name: one of them would be used silently.
        String type = old.isEmpty() || old.equals(name) ? name : old + " and " + name;
        String severity = node.path("severity").asText("").toLowerCase(Locale.ROOT);
        return new ImportedExpectation(number, type, arguments, severity);
    }

    /** The name of the expectation in reports. */
    String label() {
        String column = column();
        return number + " " + (type.isEmpty() ? "without a type" : type) + " " + column;
    }

    /**
     * The reasons why the expectation cannot be converted; empty when a conversion can be tried.
     */
    List<String> untranslatable() {
        List<String> reasons = new ArrayList<>();
        if (kind().isEmpty()) {
            reasons.add("expectation is not supported");
        }
        if (arguments.has("row_condition") || arguments.has("condition_parser")) {
            reasons.add("row_condition: not supported; use kinds, classes and machines");
        }
        arguments
                .fields()
                .forEachRemaining(
                        entry -> {
                            if (entry.getValue().has("$PARAMETER")) {
                                reasons.add(entry.getKey() + ": parameters are not supported");
                            }
                        });
        for (String key : List.of("tail_weight_holdout", "internal_weight_holdout")) {
            if (arguments.path(key).asDouble(0) > 0) {
                reasons.add(key + ": not supported");
            }
        }
        if (arguments.path("ignore_row_if").asText("").equals("neither")
                || arguments.path("ignore_row_if").asText("").equals("never")) {
            reasons.add("ignore_row_if: rows with an absent value are always ignored");
        }
        return reasons;
    }

    /** The converted rule as a mapping for a suite file. */
    Map<String, Object> rule(RuleNames names, ImportSettings settings) {
        boolean windowed = isWindowed();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", names.name(column(), type));
        rule.put("stream", settings.stream().topicName());
        rule.put("expectation", type);
        arguments
                .fields()
                .forEachRemaining(
                        entry -> {
                            if (isConverted(entry.getKey(), entry.getValue(), windowed)) {
                                rule.put(entry.getKey(), entry.getValue());
                            }
                        });
        if (windowed) {
            rule.put("window_s", settings.windowS());
        }
        rule.put("severity", severity.isEmpty() ? "warning" : severity);
        String action = settings.action().name().toLowerCase(Locale.ROOT);
        rule.put("action", windowed ? "flag" : action);
        return rule;
    }

    /** Notes about differences between evaluating the rule on a table and on a stream. */
    List<String> remarks(Map<String, Object> rule) {
        List<String> remarks = new ArrayList<>();
        if (isWindowed()) {
            remarks.add(rule.get("name") + ": evaluated per machine and window_s, not per batch");
        } else if (kind().filter(ImportedExpectation::comparesReadings).isPresent()) {
            remarks.add(rule.get("name") + ": evaluated per machine in event time, not per batch");
        }
        return remarks;
    }

    private Optional<ExpectationKind> kind() {
        return ExpectationKind.fromYamlName(type);
    }

    private boolean isWindowed() {
        return kind().filter(kind -> kind.keys().contains("window_s")).isPresent();
    }

    private static boolean comparesReadings(ExpectationKind kind) {
        return kind == ExpectationKind.INCREASING || kind == ExpectationKind.UNIQUE;
    }

    private static boolean isConverted(String key, JsonNode value, boolean windowed) {
        return switch (key) {
            case "mostly" -> !windowed || value.asDouble() < 1;
            case "ignore_row_if", "tail_weight_holdout", "internal_weight_holdout" -> false;
            // Times are already typed here.
            case "parse_strings_as_datetimes", "allow_cross_type_comparisons" -> false;
            case "strict_min", "strict_max", "or_equal", "strictly" -> value.asBoolean();
            default -> true;
        };
    }

    private String column() {
        return arguments.path("column").asText(arguments.path("column_A").asText(""));
    }
}
