package io.fueloptimine.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Messages for tests, and their decoding. */
final class SampleMessages {

    static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");
    static final String TELEMETRY = "pit/v1/haultruck/T-01/telemetry";

    private SampleMessages() {}

    /** The JSON of a message with a time and the given fields. */
    static String body(String fields) {
        return "{\"time\":\"2026-01-05T08:00:00Z\"," + fields + "}";
    }

    static Reading read(String topic, String json) {
        DecodeResult result = decode(topic, json.getBytes(StandardCharsets.UTF_8));
        assertThat(result).as(json).isInstanceOf(DecodeResult.Readable.class);
        return ((DecodeResult.Readable) result).reading();
    }

    static QualityRecord reject(String topic, String json) {
        return reject(topic, json.getBytes(StandardCharsets.UTF_8));
    }

    static QualityRecord reject(String topic, byte[] json) {
        DecodeResult result = decode(topic, json);
        assertThat(result).isInstanceOf(DecodeResult.Unreadable.class);
        return ((DecodeResult.Unreadable) result).rejection();
    }

    static DecodeResult decode(String topic, byte[] json) {
        return new MessageDecoder().decode(new RawMessage(topic, json, RECEIVED, false));
    }
}
