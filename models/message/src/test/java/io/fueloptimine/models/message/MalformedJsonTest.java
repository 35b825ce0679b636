package io.fueloptimine.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedJsonTest {

    private static final String TIME = "\"time\":\"2026-01-05T08:00:00Z\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{%s,\"fuelRateLph\":NaN}`        | fuelRateLph | NaN       | a number",
                "`{\"fuelRateLph\":-Infinity,%s}`  | fuelRateLph | -Infinity | a number",
                "`{%s,\"fuelRateLph\":12d}`        | fuelRateLph | 12d       | a number",
                "`{%s,\"fuelRateLph\":0x1p4}`      | fuelRateLph | 0x1p4     | a number",
                "`{%s,\"fuelRateLph\":+5}`         | fuelRateLph | +5        | a number",
                "`{%s,\"fuelRateLph\":.5}`         | fuelRateLph | .5        | a number",
                "`{%s,\"fuelRateLph\":007}`        | fuelRateLph | 007       | a number",
                "`{%s,\"sequence\":1_000}`         | sequence    | 1_000     | a whole number",
                "`{%s,\"productionState\":up}` | productionState | up | one of",
                "`{\"time\":2026-01-05}`           | time        | 2026 | an ISO-8601 time",
                "`{%s,\"operatorId\":'x'}`         | operatorId  | 'x'       | text",
                "`{%s,\"own\":{\"deep\":tru}}`     | own.deep    | tru       | valid JSON",
                "`[%s]`                            |             | a list    | one JSON object",
                "`7`                               |             | 7         | one JSON object",
                "`{%s} {}`                         |             | another object | nothing after",
                "`{%s`                             |             | the end of the text | valid JSON",
            })
    void namesFieldValueAndWhatIsExpected(
            String json, String field, String observed, String expected) {
        QualityRecord rejection = reject(json.replace("%s", TIME).getBytes(StandardCharsets.UTF_8));

        assertThat(rejection.field()).isEqualTo(field);
        assertThat(rejection.observed()).isEqualTo(observed);
        assertThat(rejection.expected()).startsWith(expected);
    }

    @Test
    void namesTheByteThatIsNotUtf8() {
        QualityRecord rejection =
                reject("{\"operatorId\":\"Nuñez\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rejection.observed()).isEqualTo("byte 0xF1 at offset 17");
        assertThat(rejection.expected()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void namesTheLimits(int kind) {
        String value =
                switch (kind) {
                    case 1 -> "{\"" + "y".repeat(200) + "\":1}";
                    case 2 -> "9".repeat(100);
                    default -> "[".repeat(20) + "]".repeat(20);
                };

        QualityRecord rejection =
                reject(("{" + TIME + ",\"x\":" + value + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(rejection.expected()).contains("16 levels", "8192", "128", "64");
    }

    private static QualityRecord reject(byte[] payload) {
        RawMessage message =
                new RawMessage("pit/v1/haultruck/T1/telemetry", payload, Instant.EPOCH, false);
        DecodeResult result = new MessageDecoder().decode(message);
        assertThat(result).isInstanceOf(DecodeResult.Unreadable.class);
        return ((DecodeResult.Unreadable) result).rejection();
    }
}
