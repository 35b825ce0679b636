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
 * One expectation as Great Expectations wrote it.
 *
 * @param number its place in the suite, from 1
 * @param type its name
 * @param arguments its keyword arguments without those that are null
 * @param severity how bad a breach is, as its later versions say; empty when it says nothing
 */
record ImportedExpectation(int number, String type, ObjectNode arguments, String severity) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Arguments that steer a run of Great Expectations and say nothing of the data. */
    private static final Set<String> OF_THE_RUN =
            Set.of(
                    "batch_id",
                    "result_format",
                    "catch_exceptions",
                    "include_config",
                    "include_rendered_content",
                    "row_limit");

    /** What a saved expectation has beside its arguments where it does not nest them. */
    private static final Set<String> BESIDE =
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
                            boolean beside = given == node && BESIDE.contains(key);
                            if (!beside
                                    && !OF_THE_RUN.contains(key)
                                    && !entry.getValue().isNull()) {
                                arguments.set(key, entry.getValue());
                            }
                        });
        String type = node.path("expectation_type").asText(node.path("type").asText(""));
        String severity = node.path("severity").asText("").toLowerCase(Locale.ROOT);
        return new ImportedExpectation(number, type, arguments, severity);
    }

    /** How it is named in reports. */
    String label() {
        String column = column();
        return number + " " + (type.isEmpty() ? "without a type" : type) + " " + column;
    }

    /** What of it has no counterpart here; empty when it can be tried. */
    List<String> untranslatable() {
        List<String> reasons = new ArrayList<>();
        if (kind().isEmpty()) {
            reasons.add("no such expectation here");
        }
        if (arguments.has("row_condition") || arguments.has("condition_parser")) {
            reasons.add("row_condition: not supported; kinds, classes and machines say for whom");
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

    /** The rule, as its mapping in a suite file. */
    Map<String, Object> rule(RuleNames names, ImportSettings settings) {
        boolean ofWindows = isOfWindows();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", names.name(column(), type));
        rule.put("stream", settings.stream().topicName());
        rule.put("expectation", type);
        arguments
                .fields()
                .forEachRemaining(
                        entry -> {
                            if (isMeant(entry.getKey(), entry.getValue(), ofWindows)) {
                                rule.put(entry.getKey(), entry.getValue());
                            }
                        });
        if (ofWindows) {
            rule.put("window_s", settings.windowS());
        }
        rule.put("severity", severity.isEmpty() ? "warning" : severity);
        String action = settings.action().name().toLowerCase(Locale.ROOT);
        rule.put("action", ofWindows ? "flag" : action);
        return rule;
    }

    /** What the rule means here that it did not mean on a table. */
    List<String> remarks(Map<String, Object> rule) {
        List<String> remarks = new ArrayList<>();
        if (isOfWindows()) {
            remarks.add(rule.get("name") + ": judged per machine and window_s, not per batch");
        } else if (kind().filter(ImportedExpectation::looksBack).isPresent()) {
            remarks.add(rule.get("name") + ": judged per machine in event time, not per batch");
        }
        return remarks;
    }

    private Optional<ExpectationKind> kind() {
        return ExpectationKind.fromYamlName(type);
    }

    private boolean isOfWindows() {
        return kind().filter(kind -> kind.keys().contains("window_s")).isPresent();
    }

    private static boolean looksBack(ExpectationKind kind) {
        return kind == ExpectationKind.INCREASING || kind == ExpectationKind.UNIQUE;
    }

    private static boolean isMeant(String key, JsonNode value, boolean ofWindows) {
        return switch (key) {
            case "mostly" -> !ofWindows || value.asDouble() < 1;
            case "ignore_row_if", "tail_weight_holdout", "internal_weight_holdout" -> false;
            // Our times are times already.
            case "parse_strings_as_datetimes", "allow_cross_type_comparisons" -> false;
            case "strict_min", "strict_max", "or_equal", "strictly" -> value.asBoolean();
            default -> true;
        };
    }

    private String column() {
        return arguments.path("column").asText(arguments.path("column_A").asText(""));
    }
}
