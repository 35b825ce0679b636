package io.fueloptimine.models.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {

    private static final Instant TIME = Instant.parse("2026-01-05T08:00:00Z");
    private static final Note NOTE = new Note("J. Soto", "polvo en 3310");

    @Test
    void comesBackWithWhatTheSchemaDoesNotKnow() throws Exception {
        Reading reading = withUnknown("{\"tyres\":{\"kPa\":[650,651]}}");

        assertThat(MineJson.fromBytes(MineJson.toBytes(reading), Reading.class)).isEqualTo(reading);
    }

    @Test
    void readsWhatWasWrittenBeforeUnknownFieldsWereKept() throws Exception {
        byte[] json = MineJson.toBytes(withUnknown(null));

        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("unknownFields");
        assertThat(MineJson.fromBytes(json, Reading.class)).isEqualTo(withUnknown(null));
    }

    private static Reading withUnknown(String unknownFields) {
        return new Reading(
                "pit",
                EquipmentKind.AUX,
                "G-1",
                ReadingStream.NOTE,
                -1,
                TIME,
                TIME,
                false,
                List.of(),
                null,
                null,
                null,
                NOTE,
                null,
                null,
                unknownFields);
    }
}
