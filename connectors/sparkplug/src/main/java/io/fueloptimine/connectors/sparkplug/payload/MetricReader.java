package io.fueloptimine.connectors.sparkplug.payload;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Reads one metric with Eclipse Tahu's generated protobuf code. The reader first copies the fields
 * that readings need and passes only these to the generated code, which would create 50 to 100 MB
 * of objects from 1 MB of empty data set rows, properties or unknown fields. The reader throws no
 * exception; a metric that cannot be read has a fault instead. Use an instance for one metric.
 */
final class MetricReader {

    static final int MAX_NAME_BYTES = 256;
    static final int MAX_TEXT_BYTES = 8_192;

    private static final String EXPECTED = "a Sparkplug B metric";
    private static final int SHOWN_BYTES = 120;

    private static final Set<Integer> COPIED =
            Set.of(
                    Metric.ALIAS_FIELD_NUMBER,
                    Metric.TIMESTAMP_FIELD_NUMBER,
                    Metric.DATATYPE_FIELD_NUMBER,
                    Metric.IS_HISTORICAL_FIELD_NUMBER,
                    Metric.IS_NULL_FIELD_NUMBER);

    private static final Set<Integer> COPIED_VALUES =
            Set.of(
                    Metric.INT_VALUE_FIELD_NUMBER,
                    Metric.LONG_VALUE_FIELD_NUMBER,
                    Metric.FLOAT_VALUE_FIELD_NUMBER,
                    Metric.DOUBLE_VALUE_FIELD_NUMBER,
                    Metric.BOOLEAN_VALUE_FIELD_NUMBER);

    /** The types of values that a reading cannot contain. */
    private static final Map<Integer, String> UNSUPPORTED_VALUES =
            Map.of(
                    Metric.BYTES_VALUE_FIELD_NUMBER, "bytes",
                    Metric.DATASET_VALUE_FIELD_NUMBER, "a data set",
                    Metric.TEMPLATE_VALUE_FIELD_NUMBER, "a template",
                    Metric.EXTENSION_VALUE_FIELD_NUMBER, "an extension");

    private final byte[] bytes;
    private final int start;
    private final CodedInputStream in;
    private final String label;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(kept, 128);

    /**
     * The fields that occurred so far, one bit per field number. All fields of the value have one
     * common bit.
     */
    private int seen;

    private SparkplugFault fault;
    private WireValue unsupported;

    /**
     * @param number the position of the metric in the payload, from 1, for faults of metrics
     *     without a name
     */
    MetricReader(byte[] bytes, int start, int size, int number) {
        this.bytes = bytes;
        this.start = start;
        this.in = CodedInputStream.newInstance(bytes, start, size);
        this.label = "metric " + number;
    }

    SparkplugMetric read() {
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                field(tag);
            }
            out.flush();
            return metric(Metric.parseFrom(kept.toByteArray()));
        } catch (IOException e) {
            return SparkplugMetric.faulty(
                    null,
                    new SparkplugFault(
                            label, "no protobuf at its byte " + in.getTotalBytesRead(), EXPECTED));
        }
    }

    private void field(int tag) throws IOException {
        int number = WireFormat.getTagFieldNumber(tag);
        if (wireType(number) != WireFormat.getTagWireType(tag)) {
            skip(tag);
            return;
        }
        if (COPIED.contains(number)) {
            once(number, Metric.getDescriptor().findFieldByNumber(number).getName());
            copy(tag);
        } else if (number == Metric.NAME_FIELD_NUMBER) {
            once(number, "name");
            name();
        } else {
            once(Metric.INT_VALUE_FIELD_NUMBER, "value");
            value(tag, number);
        }
    }

    /**
     * Skips a field. Protobuf groups are rejected, because they can be nested and Sparkplug does
     * not use them.
     */
    private void skip(int tag) throws IOException {
        int type = WireFormat.getTagWireType(tag);
        if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
            throw new IOException("a protobuf group");
        }
        in.skipField(tag);
    }

    private void value(int tag, int number) throws IOException {
        if (COPIED_VALUES.contains(number)) {
            copy(tag);
        } else if (number == Metric.STRING_VALUE_FIELD_NUMBER) {
            text();
        } else {
            in.skipField(tag);
            unsupported = WireValue.unsupported(UNSUPPORTED_VALUES.get(number));
        }
    }

    /**
     * Records that a field occurred. A second occurrence is a fault; the generated code would use
     * the last one without an error.
     */
    private void once(int number, String what) {
        if ((seen & 1 << number) != 0) {
            fault = new SparkplugFault(label, "its " + what + " twice", "each field once");
        }
        seen |= 1 << number;
    }

    private void name() throws IOException {
        int size = in.readRawVarint32();
        if (size > MAX_NAME_BYTES) {
            String beginning = beginning(size);
            fault =
                    new SparkplugFault(
                            beginning,
                            "a name of " + size + " bytes",
                            "a name of at most " + MAX_NAME_BYTES + " bytes");
        } else {
            out.writeByteArray(Metric.NAME_FIELD_NUMBER, in.readRawBytes(size));
        }
    }

    private void text() throws IOException {
        int size = in.readRawVarint32();
        if (size > MAX_TEXT_BYTES) {
            unsupported = WireValue.unsupported("a text of " + size + " bytes: " + beginning(size));
        } else {
            out.writeByteArray(Metric.STRING_VALUE_FIELD_NUMBER, in.readRawBytes(size));
        }
    }

    /** Skips bytes and returns the first of them as text. */
    private String beginning(int size) throws IOException {
        int from = start + in.getTotalBytesRead();
        in.skipRawBytes(size);
        return new String(bytes, from, SHOWN_BYTES, StandardCharsets.UTF_8) + "...";
    }

    private void copy(int tag) throws IOException {
        int from = start + in.getTotalBytesRead();
        in.skipField(tag);
        out.writeUInt32NoTag(tag);
        out.write(bytes, from, start + in.getTotalBytesRead() - from);
    }

    private SparkplugMetric metric(Metric metric) {
        Long alias = metric.hasAlias() ? metric.getAlias() : null;
        if (fault == null && !metric.getNameBytes().isValidUtf8()) {
            fault =
                    new SparkplugFault(
                            metric.getNameBytes().toStringUtf8(),
                            "a name that is not UTF-8",
                            "a name in UTF-8");
        }
        if (fault != null) {
            return SparkplugMetric.faulty(alias, fault);
        }
        return new SparkplugMetric(
                metric.hasName() ? metric.getName() : null,
                alias,
                metric.hasTimestamp() ? metric.getTimestamp() : null,
                metric.hasDatatype() ? metric.getDatatype() : null,
                metric.getIsHistorical(),
                metric.getIsNull(),
                unsupported != null ? unsupported : value(metric));
    }

    private static WireValue value(Metric metric) {
        return switch (metric.getValueCase()) {
            case INT_VALUE -> WireValue.ofInt(metric.getIntValue());
            case LONG_VALUE -> WireValue.ofLong(metric.getLongValue());
            case FLOAT_VALUE -> WireValue.ofFloat(metric.getFloatValue());
            case DOUBLE_VALUE -> WireValue.ofDouble(metric.getDoubleValue());
            case BOOLEAN_VALUE -> WireValue.ofBoolean(metric.getBooleanValue());
            case STRING_VALUE -> text(metric.getStringValueBytes());
            case BYTES_VALUE, DATASET_VALUE, TEMPLATE_VALUE, EXTENSION_VALUE, VALUE_NOT_SET ->
                    WireValue.ABSENT;
        };
    }

    private static WireValue text(ByteString bytes) {
        return bytes.isValidUtf8()
                ? WireValue.ofText(bytes.toStringUtf8())
                : WireValue.unsupported("a text that is not UTF-8: " + bytes.toStringUtf8());
    }

    /** The wire type of a field that is used; -1 for other fields. */
    private static int wireType(int number) {
        return COPIED.contains(number)
                        || COPIED_VALUES.contains(number)
                        || UNSUPPORTED_VALUES.containsKey(number)
                        || number == Metric.NAME_FIELD_NUMBER
                        || number == Metric.STRING_VALUE_FIELD_NUMBER
                ? Metric.getDescriptor().findFieldByNumber(number).getLiteType().getWireType()
                : -1;
    }
}
