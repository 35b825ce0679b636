package io.fueloptimine.models.mine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {

    private static final String VALID =
            "{\"site\":\"pit\",\"segmentId\":\"R1\",\"state\":\"OPEN\","
                    + "\"since\":\"2026-01-05T08:00:00Z\",\"source\":\"OPERATOR\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"OPEN\"`  | `\"OPNE\"`   | state is 'OPNE', expected one of OPEN, CLOSED",
                "`\"OPEN\"`  | NaN          | state is 'NaN', expected valid JSON",
                "`\"OPEN\"`  | `[1,2]`      | state is '[1,2]', expected one of",
                "`\"OPEN\"`  | null         | state is null, expected a value",
                "`\"2026-01-05T08:00:00Z\"` | `\"yesterday\"` | since is 'yesterday', expected an"
                        + " ISO-8601 time in UTC",
                "`\"2026-01-05T08:00:00Z\"` | `{}` | since is '{}', expected an ISO-8601 time",
                "`\"pit\"`   | `\"a/b\"`    | site is a/b, expected a name without / + #",
                "`\"R1\"`    | `\"R1`       | segmentId is '\"R1', expected valid JSON",
                "`\"OPERATOR\"}` | `\"OPERATOR\",\"confidence\":\"0.5d\"}` | confidence is '0.5d',"
                        + " expected a number",
                "`\"OPERATOR\"}` | `\"OPERATOR\",\"confidence\":0x1p4}` | confidence is '0x1p4',"
                        + " expected valid JSON",
                "`\"OPERATOR\"}` | `\"OPERATOR\",\"confidence\":+1}` | confidence is '+1', expected",
                "`\"OPERATOR\"}` | `\"OPERATOR\"} {}` | 'more text', expected the end",
                "`{\"site\"` | `[{\"site\"` | '[{\"site\"",
            })
    void namesFieldValueAndWhatIsExpected(String right, String wrong, String message) {
        assertThat(VALID).contains(right);

        assertThatThrownBy(() -> read(VALID.replace(right, wrong)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "[]",
                "[[[[",
                "7",
                "true",
                "\"text\"",
                "{\"site\":\"\\q\"}",
                "{\"site\":\"pit\",}",
                "{'site':'pit'}",
                "{site:1}",
                "{\"site\":tru}",
                "{\"site\":{}}",
                "{\"site\":[1]}",
                "{\"site\":7}",
                "{\"segmentId\":null}",
                "{\"noteId\":{\"a\":1}}",
                "{\"confidence\":1e999999999999}",
                "{\"confidence\":true}",
                "\u00EF\u00BB",
            })
    void containsNoTextOfALibrary(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidJsonException.class)
                .message()
                .contains("expected ")
                .doesNotContain("com.fasterxml", "java.", "START_", "JsonToken", "Cannot", "code ");
    }

    @Test
    void acceptsWhatIsValidAndKeepsTheLiteralNull() throws InvalidJsonException {
        assertThat(read(VALID).state()).isEqualTo(RoadCondition.OPEN);
        assertThat(read("null")).isNull();
    }

    @Test
    void refusesAMissingText() {
        assertThatThrownBy(() -> MineJson.fromBytes(null, RoadState.class))
                .hasMessage("a value is missing, expected JSON");
    }

    @Test
    void aWholeNumberIsExactOrRefused() {
        String plan = "{\"version\":%s}";
        for (String number : new String[] {"1.9", "99999999999", "\"7\""}) {
            assertThatThrownBy(
                            () ->
                                    MineJson.fromBytes(
                                            plan.formatted(number).getBytes(StandardCharsets.UTF_8),
                                            Version.class))
                    .as(number)
                    .hasMessageContaining("version is '" + number.replace("\"", ""))
                    .hasMessageContaining("expected a whole number of at most 2147483647");
        }
    }

    record Version(int version) {}

    private static RoadState read(String json) throws InvalidJsonException {
        return MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), RoadState.class);
    }
}
