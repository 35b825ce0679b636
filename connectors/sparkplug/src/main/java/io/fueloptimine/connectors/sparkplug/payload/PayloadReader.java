package io.fueloptimine.connectors.sparkplug.payload;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Reads Sparkplug B payloads from untrusted bytes with Eclipse Tahu's generated protobuf code.
 * {@link PayloadFilter} enforces the limits before anything is allocated for a field. Throws
 * nothing but {@link SparkplugFault}. Stateless.
 */
public final class PayloadReader {

    /** Of one message; an edge node's birth with fifty machines is far smaller. */
    public static final int MAX_BYTES = 1 << 20;

    /** Of one message. */
    public static final int MAX_METRICS = 5_000;

    static final int MAX_NAME_BYTES = 256;
    static final int MAX_TEXT_BYTES = 8_192;

    private static final String EXPECTED = "a Sparkplug B payload";

    private PayloadReader() {}

    /** Reads one payload. */
    public static SparkplugPayload read(byte[] bytes) throws SparkplugFault {
        if (bytes == null || bytes.length == 0) {
            throw new SparkplugFault(null, "an empty message", EXPECTED);
        }
        if (bytes.length > MAX_BYTES) {
            throw new SparkplugFault(
                    null, bytes.length + " bytes", "at most " + MAX_BYTES + " bytes");
        }
        try {
            return payload(Payload.parseFrom(PayloadFilter.filter(bytes)));
        } catch (IOException e) {
            throw new SparkplugFault(null, e.getMessage(), EXPECTED);
        }
    }

    private static SparkplugPayload payload(Payload payload) throws SparkplugFault {
        List<SparkplugMetric> metrics = new ArrayList<>(payload.getMetricsCount());
        for (Metric metric : payload.getMetricsList()) {
            metrics.add(metric(metric));
        }
        return new SparkplugPayload(
                payload.hasTimestamp() ? payload.getTimestamp() : null,
                payload.hasSeq() ? payload.getSeq() : null,
                metrics);
    }

    private static SparkplugMetric metric(Metric metric) throws SparkplugFault {
        return new SparkplugMetric(
                metric.hasName() ? text("name", metric.getNameBytes()) : null,
                metric.hasAlias() ? metric.getAlias() : null,
                metric.hasTimestamp() ? metric.getTimestamp() : null,
                metric.hasDatatype() ? metric.getDatatype() : null,
                metric.getIsHistorical(),
                metric.getIsNull(),
                value(metric));
    }

    private static WireValue value(Metric metric) throws SparkplugFault {
        return switch (metric.getValueCase()) {
            case INT_VALUE -> WireValue.ofInt(metric.getIntValue());
            case LONG_VALUE -> WireValue.ofLong(metric.getLongValue());
            case FLOAT_VALUE -> WireValue.ofFloat(metric.getFloatValue());
            case DOUBLE_VALUE -> WireValue.ofDouble(metric.getDoubleValue());
            case BOOLEAN_VALUE -> WireValue.ofBoolean(metric.getBooleanValue());
            case STRING_VALUE ->
                    WireValue.ofText(text("string_value", metric.getStringValueBytes()));
            case BYTES_VALUE, DATASET_VALUE, TEMPLATE_VALUE, EXTENSION_VALUE ->
                    WireValue.UNSUPPORTED;
            case VALUE_NOT_SET -> WireValue.ABSENT;
        };
    }

    private static String text(String field, ByteString bytes) throws SparkplugFault {
        if (!bytes.isValidUtf8()) {
            throw new SparkplugFault(field, "bytes that are not UTF-8", "UTF-8 text");
        }
        return bytes.toStringUtf8();
    }
}
