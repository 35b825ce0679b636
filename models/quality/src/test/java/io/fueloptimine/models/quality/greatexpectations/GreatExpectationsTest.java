package io.fueloptimine.models.quality.greatexpectations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.suite.Rule;
import io.fueloptimine.models.quality.suite.RuleAction;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GreatExpectationsTest {

    private static final ImportSettings SETTINGS =
            new ImportSettings(ReadingStream.TELEMETRY, RuleAction.FLAG, 600);

    @Test
    void convertsASuiteOfVersion0() {
        ImportedSuite imported =
                read(
                        """
{"expectation_suite_name": "trucks", "ge_cloud_id": null, "meta": {"great_expectations_version": "0.18.8"},
 "expectations": [
  {"expectation_type": "expect_column_values_to_be_between", "meta": {},
   "kwargs": {"column": "speedKph", "min_value": 0, "max_value": 80, "mostly": 0.99, "strict_min": false, "batch_id": "x"}},
  {"expectation_type": "expect_column_values_to_be_between", "meta": {},
   "kwargs": {"column": "speedKph", "max_value": 90, "min_value": null}},
  {"expectation_type": "expect_column_pair_values_a_to_be_greater_than_b", "meta": {},
   "kwargs": {"column_A": "engineRpm", "column_B": "speedKph", "or_equal": true, "ignore_row_if": "either_value_is_missing"}},
  {"expectation_type": "expect_column_mean_to_be_between", "kwargs": {"column": "fuelRateLph", "min_value": 20, "max_value": 300}, "meta": {}},
  {"expectation_type": "expect_column_kl_divergence_to_be_less_than", "meta": {},
   "kwargs": {"column": "speedKph", "threshold": 0.2, "partition_object": {"bins": [0, 10, 80], "weights": [0.4, 0.6]}}}]}
""");

        assertThat(imported.skipped()).isEmpty();
        ValidationSuite suite = ValidationSuite.parse(imported.yaml(), "imported");
        assertThat(suite.name()).isEqualTo("trucks");
        assertThat(suite.rules())
                .extracting(Rule::name)
                .containsExactly(
                        "speedKph-values-between",
                        "speedKph-values-between-2",
                        "engineRpm-values-a-greater-than-b",
                        "fuelRateLph-mean-between",
                        "speedKph-kl-divergence-less-than");
        assertThat(suite.rules().get(0).mostly()).isEqualTo(0.99);
        assertThat(suite.rules().get(0).action()).isEqualTo(RuleAction.FLAG);
        assertThat(suite.windowRules()).hasSize(2);
        assertThat(imported.remarks()).hasSize(2);
    }

    @Test
    void convertsASuiteOfVersion1WithSeverities() {
        ImportedSuite imported =
                read(
                        """
{"name": "newer", "id": "1", "meta": {"great_expectations_version": "1.5.0"}, "notes": null,
 "expectations": [
  {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "fuelRateLph"}, "meta": {}, "severity": "critical", "id": "a"},
  {"type": "expect_column_values_to_be_in_set", "column": "equipmentClass", "value_set": ["930E", "1E3"], "severity": "info"}]}
""");

        assertThat(imported.skipped()).isEmpty();
        assertThat(ValidationSuite.parse(imported.yaml(), "imported").rules())
                .extracting(Rule::severity)
                .containsExactly(Severity.CRITICAL, Severity.INFO);
        assertThat(imported.yaml()).contains("\"1E3\"");
    }

    @Test
    void listsEachExpectationThatItCannotConvertWithTheReason() {
        ImportedSuite imported =
                read(
                        """
{"name": "odd", "expectations": [
  {"type": "expect_column_quantile_values_to_be_between", "kwargs": {"column": "speedKph"}},
  {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "unknownField"}},
  {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "speedKph", "row_condition": "a>1", "condition_parser": "pandas"}},
  {"type": "expect_column_values_to_be_between", "kwargs": {"column": "speedKph", "max_value": {"$PARAMETER": "top"}}},
  {"type": "expect_column_values_to_match_regex", "kwargs": {"column": "operatorId", "regex": "(?=x)"}},
  {"kwargs": {}}]}
""");

        assertThat(imported.rules()).isZero();
        assertThat(imported.yaml()).isEmpty();
        assertThat(imported.skipped())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .contains("1 expect_column_quantile", "not supported"),
                        line -> assertThat(line).contains("no field unknownField"),
                        line -> assertThat(line).contains("row_condition"),
                        line -> assertThat(line).contains("max_value: parameters"),
                        line -> assertThat(line).contains("not an RE2 pattern"),
                        line -> assertThat(line).contains("6 without a type"));
    }

    @Test
    void rejectsInputThatIsNotASuite() {
        for (String text : new String[] {"", "{", "[]", "{\"expectations\": 3}"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(InvalidInputException.class);
        }
    }

    private static ImportedSuite read(String json) {
        return GreatExpectations.read(json.getBytes(StandardCharsets.UTF_8), "gx.json", SETTINGS);
    }
}
