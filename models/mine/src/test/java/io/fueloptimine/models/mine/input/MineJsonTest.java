package io.fueloptimine.models.mine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.model.ModelAnnouncement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as people and other systems write them. */
class MineJsonTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void readsTimesInUtcOrWithAnOffset() throws IOException {
        assertThat(announced("\"2026-01-05T08:00:00Z\"")).isEqualTo(AT);
        assertThat(announced("\"2026-01-05T04:00:00-04:00\"")).isEqualTo(AT);
        assertThat(announced("\"2026-01-05T08:00:00.000000Z\"")).isEqualTo(AT);
        assertThat(announced("null")).isNull();
    }

    /** Seconds, milliseconds, microseconds, nanoseconds: the unit of a number is unknown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1767600000",
                "1767600000000",
                "1767600000000000",
                "1767600000.123456789",
                "0",
                "\"1767600000000\"",
                "\"\"",
                "\"2026-01-05T08:00:00\"",
                "\"2026-02-30T08:00:00Z\"",
                "[2026,1,5]",
                "true",
            })
    void refusesOtherTimesAndNamesTheField(String time) {
        assertThatThrownBy(() -> announced(time))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an ISO-8601 time in UTC, ending in Z")
                .hasMessageContaining("announcedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"version\":1,\"name\":\"b\"}",
                "{\"name\":\"a\",\"version\":1,\"version\":1}",
                "{\"name\":\"a\",\"version\":1,\"x\":{\"y\":1,\"y\":2}}",
                "{\"name\":\"a\",\"version\":1} {\"name\":\"b\",\"version\":2}",
                "{\"name\":\"a\",\"version\":1.7}",
                "{\"name\":\"a\",\"version\":9007199254740993}",
            })
    void refusesTwoValuesOfOneFieldAndInexactNumbers(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    private static Instant announced(String time) throws IOException {
        return read("{\"name\":\"a\",\"version\":1,\"announcedAt\":" + time + "}").announcedAt();
    }

    private static ModelAnnouncement read(String json) throws IOException {
        return MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), ModelAnnouncement.class);
    }
}
