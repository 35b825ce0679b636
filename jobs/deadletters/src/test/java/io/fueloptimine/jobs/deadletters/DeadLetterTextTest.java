package io.fueloptimine.jobs.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterTextTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void showsATextPayloadAsText() {
        assertThat(
                        DeadLetterText.details(
                                deadLetter("{\"speedKph\":90}".getBytes(StandardCharsets.UTF_8))))
                .contains("rule         speed", "payload      15 bytes", "{\"speedKph\":90}");
    }

    @Test
    void showsABinaryPayloadAsHexDump() {
        assertThat(DeadLetterText.details(deadLetter(new byte[] {(byte) 0xff, 0, 'A'})))
                .contains("00000000  ff 00 41", "..A");
    }

    @Test
    void replacesControlCharacters() {
        byte[] payload = "\u001b[31mred\u202e".getBytes(StandardCharsets.UTF_8);
        assertThat(DeadLetterText.details(deadLetter(payload)))
                .contains("[31mred")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void jsonHoldsThePayloadAsTextOrInBase64() {
        assertThat(DeadLetterText.json(deadLetter("{}".getBytes(StandardCharsets.UTF_8))))
                .contains("\"payload\":\"{}\"", "\"rule\":\"speed\"")
                .doesNotContain("\n");
        assertThat(DeadLetterText.json(deadLetter(new byte[] {(byte) 0xff})))
                .contains("\"payloadBase64\":\"/w==\"");
    }

    @Test
    void tableHasOneLinePerDeadLetterAndTotalsCountAll() {
        assertThat(DeadLetterText.table(List.of(deadLetter(null), deadLetter(null))).lines())
                .hasSize(3);
        assertThat(DeadLetterText.totals(Map.of("REJECTED speed", 1_200L)))
                .contains("1,200 in total", "1,200  REJECTED speed");
    }

    private static DeadLetter deadLetter(byte[] payload) {
        return new DeadLetter(
                "q",
                "REJECTED",
                "speed",
                "WARNING",
                "speedKph",
                "90",
                "at most 80",
                "pit/x",
                "T1",
                AT,
                AT,
                false,
                payload,
                null,
                0);
    }
}
