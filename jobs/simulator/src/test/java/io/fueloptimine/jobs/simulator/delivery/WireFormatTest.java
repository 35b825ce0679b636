package io.fueloptimine.jobs.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void writesAFlatObjectWithoutUnknownFields() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("productionState", "Hauling");
        body.put("fuelRateLph", 379.05);
        body.put("payloadT", null);
        body.put("gradePct", Double.NaN);
        body.put("gear", 3);
        body.put("startedAt", Instant.parse("2026-01-05T08:00:00.250Z"));
        body.put("text", "said \"stop\"\n");
        WireFormat format = new WireFormat("andes");
        MachineMessage message =
                new MachineMessage(
                        EquipmentKind.SHOVEL,
                        "S1",
                        ReadingStream.STATE,
                        17,
                        Instant.parse("2026-01-05T08:00:01Z"),
                        body);

        assertThat(format.topicOf(message)).isEqualTo("andes/v1/shovel/S1/state");
        assertThat(new String(format.jsonOf(message)))
                .isEqualTo(
                        "{\"time\":\"2026-01-05T08:00:01Z\",\"sequence\":17,"
                                + "\"productionState\":\"Hauling\",\"fuelRateLph\":379.05,"
                                + "\"gear\":3,\"startedAt\":\"2026-01-05T08:00:00.250Z\","
                                + "\"text\":\"said \\\"stop\\\"\\n\"}");
    }
}
