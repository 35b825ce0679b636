package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.PayloadWriter;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** An edge node with its sequence number, which sends the messages of a test. */
final class ScriptedEdgeNode {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    static final SparkplugMetric TRUCK = text("Properties/Equipment Kind", 0, "haultruck");

    private final String name;
    private int seq = -1;
    private int bdSeq = -1;

    ScriptedEdgeNode(String name) {
        this.name = name;
    }

    /** Connects again. */
    RawMessage birth(SparkplugMetric... metrics) {
        bdSeq++;
        return rebirth(metrics);
    }

    /** Sends another birth on the same connection. */
    RawMessage rebirth(SparkplugMetric... metrics) {
        seq = -1;
        List<SparkplugMetric> all = new ArrayList<>(List.of(metrics));
        all.add(bdSeqMetric(bdSeq));
        return numbered("NBIRTH/" + name, all);
    }

    RawMessage deviceBirth(String device, SparkplugMetric... metrics) {
        return numbered("DBIRTH/" + name + "/" + device, List.of(metrics));
    }

    RawMessage data(SparkplugMetric... metrics) {
        return numbered("NDATA/" + name, List.of(metrics));
    }

    RawMessage deviceData(String device, SparkplugMetric... metrics) {
        return numbered("DDATA/" + name + "/" + device, List.of(metrics));
    }

    RawMessage deviceDeath(String device) {
        return numbered("DDEATH/" + name + "/" + device, List.of());
    }

    RawMessage death() {
        return deathOf(bdSeq);
    }

    RawMessage deathOf(int connection) {
        return message(
                "NDEATH/" + name,
                new SparkplugPayload(null, null, List.of(bdSeqMetric(connection))));
    }

    /** Skips the sequence numbers of lost messages. */
    void skipNumbers(int messages) {
        seq = (seq + messages) & 255;
    }

    /** A message with metrics that cannot be represented by {@link SparkplugMetric}. */
    RawMessage ofProtobuf(String topic, Payload.Metric... metrics) {
        seq = (seq + 1) & 255;
        byte[] bytes =
                Payload.newBuilder()
                        .setTimestamp(START.toEpochMilli())
                        .setSeq(seq)
                        .addAllMetrics(List.of(metrics))
                        .build()
                        .toByteArray();
        return new RawMessage("spBv1.0/pit/" + topic, bytes, START, false);
    }

    private RawMessage numbered(String topic, List<SparkplugMetric> metrics) {
        seq = (seq + 1) & 255;
        return message(topic, new SparkplugPayload(START.toEpochMilli(), (long) seq, metrics));
    }

    static RawMessage message(String topic, SparkplugPayload payload) {
        return new RawMessage("spBv1.0/pit/" + topic, PayloadWriter.write(payload), START, false);
    }

    private static SparkplugMetric bdSeqMetric(int value) {
        return SparkplugMetric.of(
                "bdSeq", START.toEpochMilli(), SparkplugDatatype.INT64, WireValue.ofLong(value));
    }

    static SparkplugMetric number(String metric, int second, double value) {
        return SparkplugMetric.of(
                metric, millis(second), SparkplugDatatype.DOUBLE, WireValue.ofDouble(value));
    }

    static SparkplugMetric whole(String metric, int second, long value) {
        return SparkplugMetric.of(
                metric, millis(second), SparkplugDatatype.INT64, WireValue.ofLong(value));
    }

    static SparkplugMetric text(String metric, int second, String value) {
        return SparkplugMetric.of(
                metric, millis(second), SparkplugDatatype.STRING, WireValue.ofText(value));
    }

    static SparkplugMetric none(String metric, int second) {
        return new SparkplugMetric(
                metric,
                null,
                millis(second),
                SparkplugDatatype.DOUBLE.code(),
                false,
                true,
                WireValue.ABSENT);
    }

    static SparkplugMetric keptBack(SparkplugMetric metric) {
        return new SparkplugMetric(
                metric.name(),
                metric.alias(),
                metric.timestampMillis(),
                metric.datatype(),
                true,
                metric.isNull(),
                metric.value());
    }

    static SparkplugMetric withAlias(long alias, SparkplugMetric metric) {
        return new SparkplugMetric(
                metric.name(),
                alias,
                metric.timestampMillis(),
                metric.datatype(),
                metric.historical(),
                metric.isNull(),
                metric.value());
    }

    /** A metric of a data message, with its alias only. */
    static SparkplugMetric byAlias(long alias, SparkplugMetric metric) {
        return new SparkplugMetric(
                null,
                alias,
                metric.timestampMillis(),
                null,
                metric.historical(),
                metric.isNull(),
                metric.value());
    }

    static long millis(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }
}
