package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.START;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invalid messages, accidental or malicious. */
class InvalidMessagesTest {

    private final ScriptedEdgeNode edge = new ScriptedEdgeNode("edge");
    private TrackedEdgeNodes tracked;

    @BeforeEach
    void open() throws Exception {
        tracked = new TrackedEdgeNodes();
    }

    @AfterEach
    void close() throws Exception {
        tracked.close();
    }

    @Test
    void rejectsMessagesBeforeABirthWithTheirBytes() throws Exception {
        RawMessage early = edge.data(number("speedKph", 0, 1));
        tracked.send(early);
        tracked.send(edge.birth(TRUCK), edge.deviceData("T01", number("speedKph", 0, 1)));

        assertThat(tracked.messages()).isEmpty();
        assertThat(tracked.quality())
                .extracting(QualityRecord::observed)
                .containsExactly("no birth of the node", "no birth of the device");
        assertThat(tracked.quality().get(0).payload()).isEqualTo(early.payload());
        assertThat(tracked.commands()).hasSize(1);
    }

    @Test
    void rejectsReadingsOfAMachineOfUnknownKind() throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth("T01", number("speedKph", 0, 1)),
                edge.deviceBirth(
                        "T02",
                        text("Properties/Equipment Kind", 0, "boat"),
                        number("speedKph", 0, 1)));

        assertThat(tracked.messages()).isEmpty();
        assertThat(tracked.quality())
                .extracting(QualityRecord::field)
                .containsOnly("Properties/Equipment Kind");
        assertThat(tracked.quality())
                .extracting(QualityRecord::observed)
                .containsExactly(null, "boat");
    }

    @Test
    void reportsAnUnreadableMetricAndClearsItsValue() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1), number("payloadT", 0, 9)));
        tracked.send(edge.data(number("speedKph", 1, Double.NaN), number("payloadT", 1, 10)));

        assertThat(tracked.json(1).has("speedKph")).isFalse();
        assertThat(tracked.json(1).path("payloadT").asDouble()).isEqualTo(10);
        assertThat(tracked.quality().get(0).field()).isEqualTo("speedKph");
        assertThat(tracked.quality().get(0).observed()).isEqualTo("NaN");
    }

    @Test
    void handlesInvalidMessagesAndLimitsRebirthRequests() throws Exception {
        Random random = new Random(7);
        byte[] sound = edge.birth(TRUCK, number("speedKph", 0, 1)).payload();
        List<String> topics =
                List.of("NBIRTH/edge", "NDATA/edge", "NDEATH/edge", "DDATA/edge/T", "bad", "");
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            String topic = topics.get(random.nextInt(topics.size()));
            tracked.send(new RawMessage("spBv1.0/pit/" + topic, bytes, START, false));
        }
        tracked.send(new RawMessage(null, null, START, false));

        assertThat(tracked.quality()).isNotEmpty();
        assertThat(tracked.quality()).allMatch(record -> record.qualityId() != null);
        assertThat(tracked.commands()).hasSizeLessThan(3);
    }

    @Test
    void keepsAtMost64KibOfARejectedMessage() throws Exception {
        tracked.send(new RawMessage("spBv1.0/pit/NDATA/edge", new byte[2 << 20], START, false));

        assertThat(tracked.quality().get(0).payload()).hasSize(65_536);
        assertThat(tracked.quality().get(0).observed()).isEqualTo("2097152 bytes");
    }

    @Test
    void ignoresMessagesOfHosts() throws Exception {
        tracked.send(
                new RawMessage("spBv1.0/pit/NCMD/edge", new byte[] {1}, START, false),
                new RawMessage("spBv1.0/STATE/host", new byte[] {1}, START, false));

        assertThat(tracked.messages()).isEmpty();
        assertThat(tracked.quality()).isEmpty();
    }

    /** Whatever its length, because it identifies the sender. */
    @Test
    void keepsTheWholeTopicOfARejectedMessage() throws Exception {
        String topic = "spBv1.0/pit/NDATA/" + "e".repeat(200);
        tracked.send(new RawMessage(topic, new byte[] {1}, START, false));

        assertThat(tracked.quality().get(0).topic()).isEqualTo(topic);
    }

    @Test
    void rejectsNonNumericValuesOfNumericMetrics() throws Exception {
        RawMessage numberless =
                ScriptedEdgeNode.message("NDATA/edge", new SparkplugPayload(1L, 256L, List.of()));
        tracked.send(edge.birth(TRUCK), numberless);

        assertThat(tracked.quality().get(0).field()).isEqualTo("seq");
        assertThat(tracked.quality().get(0).observed()).isEqualTo("256");
    }
}
