package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryValidationTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    private final MessageDecoder decoder = new MessageDecoder();

    @Test
    void namesTheRuleThatRejects() {
        HistoryValidation history = new HistoryValidation(ValidationSuite.shipped());

        assertThat(history.rejectedBy(cycle("T1", 8, 290))).isEmpty();
        assertThat(history.rejectedBy(cycle("T1", 9, 0))).contains("cycle-without-tonnes");
        assertThat(history.rejectedBy(cycle("T1", 10, 501))).contains("cycle-tonnes-possible");
    }

    @Test
    void flaggedReadingsPass() {
        HistoryValidation history = new HistoryValidation(ValidationSuite.shipped());
        String backwards = "\"payloadT\":290,\"emptyTravelS\":-5";

        assertThat(history.rejectedBy(reading("T1", 8, backwards))).isEmpty();
    }

    @Test
    void keepsStatePerMachine() {
        HistoryValidation history =
                new HistoryValidation(
                        ValidationSuite.parse(
                                """
                                suite: rising
                                rules:
                                  - name: tonnes-rise
                                    stream: cycle
                                    expectation: expect_column_values_to_be_increasing
                                    column: payloadT
                                    severity: warning
                                    action: reject
                                """,
                                "test"));

        assertThat(history.rejectedBy(cycle("T1", 8, 290))).isEmpty();
        assertThat(history.rejectedBy(cycle("T2", 9, 280))).isEmpty();
        assertThat(history.rejectedBy(cycle("T1", 10, 280))).contains("tonnes-rise");
    }

    private Reading cycle(String truck, int hour, double payloadT) {
        return reading(truck, hour, "\"payloadT\":" + payloadT);
    }

    private Reading reading(String truck, int hour, String fields) {
        String json = String.format("{\"time\":\"2026-01-05T%02d:00:00Z\",%s}", hour, fields);
        RawMessage message =
                new RawMessage(
                        "hill/v1/haultruck/" + truck + "/cycle",
                        json.getBytes(StandardCharsets.UTF_8),
                        NOW,
                        false);
        assertThat(decoder.decode(message)).isInstanceOf(DecodeResult.Readable.class);
        return ((DecodeResult.Readable) decoder.decode(message)).reading();
    }
}
