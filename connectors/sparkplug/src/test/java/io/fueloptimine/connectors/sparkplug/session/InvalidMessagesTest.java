package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.START;
import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invalid messages, accidental or malicious. */
class InvalidMessagesTest {

    private final EdgeNode edge = new EdgeNode("edge");
    private TrackedEdgeNodes followed;

    @BeforeEach
    void open() throws Exception {
        followed = new TrackedEdgeNodes();
    }

    @AfterEach
    void close() throws Exception {
        followed.close();
    }

    @Test
    void rejectsMessagesBeforeABirthWithTheirBytes() throws Exception {
        RawMessage early = edge.data(number("speedKph", 0, 1));
        followed.send(early);
        followed.send(edge.birth(TRUCK), edge.deviceData("T01", number("speedKph", 0, 1)));

        assertThat(followed.messages()).isEmpty();
        assertThat(followed.quality())
                .extracting(QualityRecord::observed)
                .containsExactly("no birth of the node", "no birth of the device");
        assertThat(followed.quality().get(0).payload()).isEqualTo(early.payload());
        assertThat(followed.commands()).hasSize(1);
    }

    @Test
    void rejectsReadingsOfAMachineOfUnknownKind() throws Exception {
        followed.send(
                edge.birth(),
                edge.deviceBirth("T01", number("speedKph", 0, 1)),
                edge.deviceBirth(
                        "T02",
                        text("Properties/Equipment Kind", 0, "boat"),
                        number("speedKph", 0, 1)));

        assertThat(followed.messages()).isEmpty();
        assertThat(followed.quality())
                .extracting(QualityRecord::field)
                .containsOnly("Properties/Equipment Kind");
        assertThat(followed.quality())
                .extracting(QualityRecord::observed)
                .containsExactly(null, "boat");
    }

    @Test
    void reportsAnUnreadableMetricAndClearsItsValue() throws Exception {
        followed.send(edge.birth(TRUCK, number("speedKph", 0, 1), number("payloadT", 0, 9)));
        followed.send(edge.data(number("speedKph", 1, Double.NaN), number("payloadT", 1, 10)));

        assertThat(followed.json(1).has("speedKph")).isFalse();
        assertThat(followed.json(1).path("payloadT").asDouble()).isEqualTo(10);
        assertThat(followed.quality().get(0).field()).isEqualTo("speedKph");
        assertThat(followed.quality().get(0).observed()).isEqualTo("NaN");
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
            followed.send(new RawMessage("spBv1.0/pit/" + topic, bytes, START, false));
        }
        followed.send(new RawMessage(null, null, START, false));

        assertThat(followed.quality()).isNotEmpty();
        assertThat(followed.quality()).allMatch(record -> record.qualityId() != null);
        assertThat(followed.commands()).hasSizeLessThan(3);
    }

    @Test
    void keepsAtMost64KibOfARejectedMessage() throws Exception {
        followed.send(new RawMessage("spBv1.0/pit/NDATA/edge", new byte[2 << 20], START, false));

        assertThat(followed.quality().get(0).payload()).hasSize(65_536);
        assertThat(followed.quality().get(0).observed()).isEqualTo("2097152 bytes");
    }

    @Test
    void ignoresMessagesOfHosts() throws Exception {
        followed.send(
                new RawMessage("spBv1.0/pit/NCMD/edge", new byte[] {1}, START, false),
                new RawMessage("spBv1.0/STATE/host", new byte[] {1}, START, false));

        assertThat(followed.messages()).isEmpty();
        assertThat(followed.quality()).isEmpty();
    }

    /** Whatever its length, because it identifies the sender. */
    @Test
    void keepsTheWholeTopicOfARejectedMessage() throws Exception {
        String topic = "spBv1.0/pit/NDATA/" + "e".repeat(200);
        followed.send(new RawMessage(topic, new byte[] {1}, START, false));

        assertThat(followed.quality().get(0).topic()).isEqualTo(topic);
    }

    @Test
    void rejectsNonNumericValuesOfNumericMetrics() throws Exception {
        RawMessage numberless =
                EdgeNode.message("NDATA/edge", new SparkplugPayload(1L, 256L, List.of()));
        followed.send(edge.birth(TRUCK), numberless);

        assertThat(followed.quality().get(0).field()).isEqualTo("seq");
        assertThat(followed.quality().get(0).observed()).isEqualTo("256");
    }
}
