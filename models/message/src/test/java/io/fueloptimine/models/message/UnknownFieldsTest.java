package io.fueloptimine.models.message;

import static io.fueloptimine.models.message.SampleMessages.TELEMETRY;
import static io.fueloptimine.models.message.SampleMessages.body;
import static io.fueloptimine.models.message.SampleMessages.read;
import static io.fueloptimine.models.message.SampleMessages.reject;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownFieldsTest {

    private static final long SEED = 20_260_105;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":1",
                "\"x\":-0.1000000000000000055511151231257827",
                "\"x\":12345678901234567890123",
                "\"x\":\"\"",
                "\"x\":\"a \\\"b\\\" \\u00e9 camión ☃ \\ud83d\\ude9c\"",
                "\"x\":null",
                "\"x\":true",
                "\"x\":[]",
                "\"x\":{}",
                "\"tyres\":{\"kPa\":[650,[651]],\"x\":{\"y\":null}}",
                "\"z\":1,\"a\":[2 , 3],\"m\":\"three\"",
                "\"x\" : { \"y\" :\t1 }",
                "\"\":1",
                "\"SpeedKph\":12",
                "\"\\u0078\":\"\\ud83d\"",
            })
    void areKeptAsTheSenderWroteThem(String fields) {
        assertThat(read(TELEMETRY, body(fields)).unknownFields()).isEqualTo("{" + fields + "}");
    }

    /** Readers of the kept JSON would silently use one of the values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":1,\"x\":2",
                "\"x\":1,\"x\":1",
                "\"x\":null,\"y\":2,\"x\":{}",
                "\"\u0078\":1,\"x\":2",
                "\"y\":1,\"\":1,\"\":2",
            })
    void areRefusedIfTheyOccurTwice(String fields) {
        QualityRecord rejection = reject(TELEMETRY, body(fields));

        assertThat(rejection.field()).isIn("x", "");
        assertThat(rejection.observed()).isEqualTo("the field twice");
    }

    @Test
    void areKeptInOrderWhenMixedWithKnownFields() {
        Reading reading =
                read(
                        TELEMETRY,
                        body("\"z\":[1],\"speedKph\":20,\"a\":\"é\",\"payloadT\":3,\"m\":4"));

        assertThat(reading.unknownFields()).isEqualTo("{\"z\":[1],\"a\":\"é\",\"m\":4}");
        assertThat(reading.telemetry().speedKph()).isEqualTo(20.0);
        assertThat(reading.telemetry().payloadT()).isEqualTo(3.0);
    }

    @Test
    void areNullWhenEveryFieldIsInTheSchema() {
        assertThat(read(TELEMETRY, body("\"speedKph\":20")).unknownFields()).isNull();
    }

    @Test
    void areKeptAfterAByteOrderMark() {
        assertThat(read(TELEMETRY, "\ufeff" + body("\"x\":1")).unknownFields())
                .isEqualTo("{\"x\":1}");
    }

    @Test
    void areAlwaysValidJson() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder fields = new StringBuilder("\"u0\":" + value(random, 0));
            for (int more = random.nextInt(5); more > 0; more--) {
                fields.append(" ,\n").append("\"u" + more + "\": ").append(value(random, 0));
            }
            fields.append(",\"speedKph\":").append(i % 80);

            String kept = read(TELEMETRY, body(fields.toString())).unknownFields();

            JsonNode sent = MineJson.mapper().readTree("{" + fields + "}");
            ((ObjectNode) sent).remove("speedKph");
            assertThat(MineJson.mapper().readTree(kept)).isEqualTo(sent);
            assertThat(kept.getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(body(fields.toString()).length() * 3);
        }
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> Long.toString(random.nextLong());
            case 3 -> Double.toString(random.nextGaussian() * 1e10);
            case 4 -> "\"" + "aé☃\\n\\\"\\u0041 {[,:".substring(0, random.nextInt(4)) + "\"";
            case 5 -> "[" + value(random, depth + 1) + ", " + value(random, depth + 1) + "]";
            default -> "{\"k\":" + value(random, depth + 1) + "}";
        };
    }
}
