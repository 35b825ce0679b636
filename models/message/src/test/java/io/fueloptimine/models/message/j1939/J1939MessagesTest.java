package io.fueloptimine.models.message.j1939;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class J1939MessagesTest {

    private static final String TIME = "\"time\":\"2026-01-05T08:00:00Z\"";

    private final J1939Messages messages = new J1939Messages(J1939Table.standard());

    @Test
    void framesBecomeATelemetryReading() {
        Reading reading =
                reading(
                        "{"
                                + TIME
                                + ",\"sequence\":7,\"equipmentClass\":\"930E\",\"frames\":["
                                + "{\"id\":\"18FEF200\",\"data\":\"9A 19 FF FF FF FF FF FF\"},"
                                + "{\"id\":\"0x0CF00400\",\"data\":\"ffffff6013ffffff\"},"
                                + "{\"pgn\":65257,\"data\":\"FFFFFFFF80841E00\"},"
                                + "{\"pgn\":65000,\"data\":\"00\"}]}");

        assertThat(reading.sequence()).isEqualTo(7);
        assertThat(reading.telemetry().equipmentClass()).isEqualTo("930E");
        assertThat(reading.telemetry().fuelRateLph()).isEqualTo(327.7);
        assertThat(reading.telemetry().engineRpm()).isEqualTo(620);
        assertThat(reading.telemetry().totalFuelUsedL()).isEqualTo(1_000_000);
        assertThat(reading.telemetry().coolantTempC()).isNull();
        assertThat(reading.unknownFields()).isNull();
    }

    @Test
    void rawNumbersBecomeATelemetryReading() {
        Reading reading =
                reading(
                        "{"
                                + TIME
                                + ",\"spn\":{\"183\":6554,\"110\":123,\"9999\":5,\"190\":null}}");

        assertThat(reading.telemetry().fuelRateLph()).isEqualTo(327.7);
        assertThat(reading.telemetry().coolantTempC()).isEqualTo(83);
        assertThat(reading.telemetry().engineRpm()).isNull();
    }

    @Test
    void sentinelsAreNoValuesAndAreNamed() {
        Reading reading =
                reading(
                        "{"
                                + TIME
                                + ",\"spn\":{\"183\":65535,\"190\":65024,\"96\":251,\"92\":60}}");

        assertThat(reading.telemetry().fuelRateLph()).isNull();
        assertThat(reading.telemetry().engineRpm()).isNull();
        assertThat(reading.telemetry().fuelLevelPct()).isNull();
        assertThat(reading.telemetry().engineLoadPct()).isEqualTo(60);
        assertThat(reading.unknownFields())
                .contains("\"fuelRateLph\":\"NOT_AVAILABLE\"")
                .contains("\"engineRpm\":\"ERROR\"")
                .contains("\"fuelLevelPct\":\"RESERVED\"");
    }

    @Test
    void dataThatIsTooShortGivesNoValue() {
        Reading reading =
                reading("{" + TIME + ",\"frames\":[{\"pgn\":61444,\"data\":\"FFFFFF60\"}]}");

        assertThat(reading.telemetry().engineRpm()).isNull();
        assertThat(reading.unknownFields()).contains("\"engineRpm\":\"SHORT_DATA\"");
    }

    @Test
    void anIdentifierToOneReceiverHasNoGroupExtension() {
        J1939Messages all = new J1939Messages(J1939Table.standard());

        // 0x18EF0A00 is group 61184 to address 0x0A, which the table does not have.
        String decoded =
                text(
                        all.decode(
                                bytes(
                                        "{"
                                                + TIME
                                                + ",\"frames\":[{\"id\":\"18EF0A00\",\"data\":\"00\"}]}")));

        assertThat(decoded).isEqualTo("{" + TIME + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"frames\":7; frames is 7",
                "\"frames\":[{\"pgn\":65266,\"data\":\"9A1\"}]; data is \"9A1\"",
                "\"frames\":[{\"pgn\":65266,\"data\":9}]; data is 9",
                "\"frames\":[{\"id\":\"xyz\",\"data\":\"9A19\"}]; frame is",
                "\"frames\":[7]; data is",
                "\"spn\":{\"183\":-1}; spn 183 is -1",
                "\"spn\":{\"183\":65536}; from 0 to 65535",
                "\"spn\":{\"183\":1.5}; spn 183 is 1.5",
                "\"spn\":{\"183\":99999999999999999999}; spn 183 is",
                "\"spn\":{\"fuel\":1}; spn is fuel",
                "\"spn\":[1]; spn is [1]",
                "\"spn\":{\"183\":6554},\"fuelRateLph\":3; given raw and decoded",
                "\"fuelRateLph\":3; without frames and spn"
            })
    void aMessageThatCannotBeDecodedKeepsItsContentAndTheReason(String content, String reason) {
        J1939Messages.Decoded decoded = messages.decode(bytes("{" + TIME + "," + content + "}"));

        assertThat(decoded.decoded()).isFalse();
        assertThat(text(decoded)).startsWith("{" + TIME + "," + content + ",\"j1939Fault\":\"");
        assertThat(text(decoded).replace("\\\"", "\"")).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[1]", "7", "{\"spn\":", "{\"a\":1,\"a\":2}", "{} {}"})
    void whatIsNoObjectIsReturnedAsItIs(String message) {
        J1939Messages.Decoded decoded = messages.decode(bytes(message));

        assertThat(decoded.decoded()).isFalse();
        assertThat(text(decoded)).isEqualTo(message);
    }

    @Test
    void corruptedMessagesAreDecodedOrKept() {
        byte[] valid =
                bytes(
                        "{"
                                + TIME
                                + ",\"frames\":[{\"id\":\"18FEF200\",\"data\":\"9A19FFFFFFFFFFFF\"}],"
                                + "\"spn\":{\"190\":4960}}");
        int decodedCount = 0;
        for (int number = 0; number < 50_000; number++) {
            Random random = new Random(number);
            byte[] corrupted = valid.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                corrupted[random.nextInt(corrupted.length)] = (byte) random.nextInt(256);
            }
            corrupted =
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(corrupted, random.nextInt(corrupted.length))
                            : corrupted;
            J1939Messages.Decoded decoded = messages.decode(corrupted);
            decodedCount += decoded.decoded() ? 1 : 0;
            assertThat(decoded.payload()).isNotNull();
        }
        assertThat(decodedCount).isBetween(1_000, 49_000);
    }

    private Reading reading(String message) {
        J1939Messages.Decoded decoded = messages.decode(bytes(message));
        assertThat(decoded.decoded()).as(text(decoded)).isTrue();
        RawMessage raw =
                new RawMessage(
                        "pit/v1/haultruck/T1/telemetry", decoded.payload(), Instant.EPOCH, false);
        return ((DecodeResult.Readable) new MessageDecoder().decode(raw)).reading();
    }

    private static String text(J1939Messages.Decoded decoded) {
        return new String(decoded.payload(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
