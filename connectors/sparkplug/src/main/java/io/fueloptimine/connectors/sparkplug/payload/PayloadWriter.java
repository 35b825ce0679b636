package io.fueloptimine.connectors.sparkplug.payload;

import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/** Writes Sparkplug B payloads with Eclipse Tahu's generated protobuf code. Stateless. */
public final class PayloadWriter {

    private PayloadWriter() {}

    /**
     * Writes a payload to bytes.
     *
     * @throws IllegalArgumentException for a value whose type is not supported ({@link
     *     WireValue#unsupported})
     */
    public static byte[] write(SparkplugPayload payload) {
        Payload.Builder out = Payload.newBuilder();
        if (payload.timestampMillis() != null) {
            out.setTimestamp(payload.timestampMillis());
        }
        payload.metrics().forEach(metric -> out.addMetrics(metric(metric)));
        if (payload.seq() != null) {
            out.setSeq(payload.seq());
        }
        return out.build().toByteArray();
    }

    private static Metric.Builder metric(SparkplugMetric metric) {
        Metric.Builder out = Metric.newBuilder();
        if (metric.name() != null) {
            out.setName(metric.name());
        }
        if (metric.alias() != null) {
            out.setAlias(metric.alias());
        }
        if (metric.timestampMillis() != null) {
            out.setTimestamp(metric.timestampMillis());
        }
        if (metric.datatype() != null) {
            out.setDatatype(metric.datatype());
        }
        if (metric.historical()) {
            out.setIsHistorical(true);
        }
        if (metric.isNull()) {
            out.setIsNull(true);
        }
        return value(out, metric.value());
    }

    private static Metric.Builder value(Metric.Builder out, WireValue value) {
        return switch (value.form()) {
            case ABSENT -> out;
            case INT -> out.setIntValue((int) value.bits());
            case LONG -> out.setLongValue(value.bits());
            case FLOAT -> out.setFloatValue(value.asFloat());
            case DOUBLE -> out.setDoubleValue(value.asDouble());
            case BOOLEAN -> out.setBooleanValue(value.bits() != 0);
            case TEXT -> out.setStringValue(value.text());
            case UNSUPPORTED ->
                    throw new IllegalArgumentException("a value that was not read is not written");
        };
    }
}
