package io.fueloptimine.models.message;

import static io.fueloptimine.models.message.SampleMessages.TELEMETRY;
import static io.fueloptimine.models.message.SampleMessages.body;
import static io.fueloptimine.models.message.SampleMessages.read;
import static io.fueloptimine.models.message.SampleMessages.reject;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From 2^53 on a double does not represent every whole number: such a value is exact or refused.
 */
class ExactNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "9007199254740993.0, 9007199254740993",
        "9007199254740993, 9007199254740993",
        "9223372036854775807.000, 9223372036854775807",
        "9.007199254740995E15, 9007199254740995",
        "90071992547409930e-1, 9007199254740993",
        "7.0, 7",
        "0e5, 0",
    })
    void aSequenceNumberIsExact(String json, long expected) {
        assertThat(read(TELEMETRY, body("\"sequence\":" + json)).sequence()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sequence, 9223372036854775808.0",
        "sequence, 9007199254740993.5",
        "sequence, 1e19",
        "sequence, 1e99999999999",
        "sequence, 1e-99999999999",
        "totalFuelUsedL, 9007199254740993",
        "totalFuelUsedL, 9007199254740993.0",
        "engineHours, 90071992547409931e-1",
        "payloadKg, -9007199254740993",
        "fuelRateLph, 9007199254740992.5",
    })
    void aNumberThatWouldBeRoundedIsRefused(String field, String json) {
        QualityRecord rejection = reject(TELEMETRY, body("\"" + field + "\":" + json));

        assertThat(rejection.field()).isEqualTo(field);
        assertThat(rejection.observed()).isEqualTo(json);
        assertThat(rejection.expected()).containsAnyOf("whole number", "2^53");
    }

    @ParameterizedTest
    @CsvSource({"9007199254740992, 9007199254740992", "1e22, 1e22", "0.1, 0.1", "300.25, 300.25"})
    void otherNumbersAreAccepted(String json, double expected) {
        assertThat(read(TELEMETRY, body("\"totalFuelUsedL\":" + json)).telemetry().totalFuelUsedL())
                .isEqualTo(expected);
    }
}
