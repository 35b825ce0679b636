package io.fueloptimine.connectors.sparkplug.payload;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Copies from a payload the fields that readings need, before the generated code parses it.
 *
 * <p>Without it, 1 MB of empty metrics, data set rows, properties or unknown fields makes the
 * generated code allocate 50 to 100 MB. The filter skips these fields by their length and enforces
 * the limits of {@link PayloadReader}; it allocates one copy of the payload.
 */
final class PayloadFilter {

    private static final String EXPECTED = "a Sparkplug B payload";
    private static final byte[] COMPRESSED =
            "SPBV1.0_COMPRESSED".getBytes(StandardCharsets.US_ASCII);

    private static final int METRIC = tag(Payload.getDescriptor(), Payload.METRICS_FIELD_NUMBER);
    private static final int UUID = tag(Payload.getDescriptor(), Payload.UUID_FIELD_NUMBER);
    private static final Set<Integer> COPIED =
            tags(Payload.getDescriptor(), Payload.TIMESTAMP_FIELD_NUMBER, Payload.SEQ_FIELD_NUMBER);

    private static final int NAME = tag(Metric.getDescriptor(), Metric.NAME_FIELD_NUMBER);
    private static final int TEXT = tag(Metric.getDescriptor(), Metric.STRING_VALUE_FIELD_NUMBER);
    private static final Set<Integer> COPIED_OF_METRIC =
            tags(
                    Metric.getDescriptor(),
                    Metric.ALIAS_FIELD_NUMBER,
                    Metric.TIMESTAMP_FIELD_NUMBER,
                    Metric.DATATYPE_FIELD_NUMBER,
                    Metric.IS_HISTORICAL_FIELD_NUMBER,
                    Metric.IS_NULL_FIELD_NUMBER,
                    Metric.INT_VALUE_FIELD_NUMBER,
                    Metric.LONG_VALUE_FIELD_NUMBER,
                    Metric.FLOAT_VALUE_FIELD_NUMBER,
                    Metric.DOUBLE_VALUE_FIELD_NUMBER,
                    Metric.BOOLEAN_VALUE_FIELD_NUMBER);

    /** Values that a reading cannot hold; each is replaced by an empty bytes value. */
    private static final Set<Integer> UNSUPPORTED_VALUES =
            tags(
                    Metric.getDescriptor(),
                    Metric.BYTES_VALUE_FIELD_NUMBER,
                    Metric.DATASET_VALUE_FIELD_NUMBER,
                    Metric.TEMPLATE_VALUE_FIELD_NUMBER);

    private final byte[] bytes;
    private final CodedInputStream in;

    private PayloadFilter(byte[] bytes) {
        this.bytes = bytes;
        this.in = CodedInputStream.newInstance(bytes);
    }

    /**
     * The payload with the copied fields only.
     *
     * @throws SparkplugFault when it exceeds a limit or is compressed
     * @throws IOException when it is not protobuf
     */
    static byte[] filter(byte[] bytes) throws IOException, SparkplugFault {
        return new PayloadFilter(bytes).payload();
    }

    private byte[] payload() throws IOException, SparkplugFault {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        CodedOutputStream out = CodedOutputStream.newInstance(kept);
        int metrics = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == METRIC) {
                if (++metrics > PayloadReader.MAX_METRICS) {
                    throw new SparkplugFault(
                            "metrics",
                            "more than " + PayloadReader.MAX_METRICS,
                            "fewer metrics in a message");
                }
                out.writeByteArray(Payload.METRICS_FIELD_NUMBER, metric());
            } else if (tag == UUID) {
                refuseCompression();
            } else if (COPIED.contains(tag)) {
                copy(tag, out);
            } else {
                skip(tag);
            }
        }
        out.flush();
        return kept.toByteArray();
    }

    private byte[] metric() throws IOException, SparkplugFault {
        int outer = in.pushLimit(in.readRawVarint32());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(kept, 128);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == NAME) {
                out.writeByteArray(Metric.NAME_FIELD_NUMBER, name());
            } else if (tag == TEXT) {
                text(out);
            } else if (COPIED_OF_METRIC.contains(tag)) {
                copy(tag, out);
            } else {
                skip(tag);
                if (UNSUPPORTED_VALUES.contains(tag)) {
                    out.writeByteArray(Metric.BYTES_VALUE_FIELD_NUMBER, new byte[0]);
                }
            }
        }
        in.popLimit(outer);
        out.flush();
        return kept.toByteArray();
    }

    private byte[] name() throws IOException, SparkplugFault {
        int size = in.readRawVarint32();
        if (size < 0 || size > PayloadReader.MAX_NAME_BYTES) {
            throw new SparkplugFault(
                    "name",
                    Integer.toUnsignedString(size) + " bytes",
                    "a name of at most " + PayloadReader.MAX_NAME_BYTES + " bytes");
        }
        return in.readRawBytes(size);
    }

    private void text(CodedOutputStream out) throws IOException {
        int size = in.readRawVarint32();
        if (size > PayloadReader.MAX_TEXT_BYTES) {
            in.skipRawBytes(size);
            out.writeByteArray(Metric.BYTES_VALUE_FIELD_NUMBER, new byte[0]);
        } else {
            out.writeByteArray(Metric.STRING_VALUE_FIELD_NUMBER, in.readRawBytes(size));
        }
    }

    private void refuseCompression() throws IOException, SparkplugFault {
        int size = in.readRawVarint32();
        if (size != COMPRESSED.length) {
            in.skipRawBytes(size);
        } else if (Arrays.equals(in.readRawBytes(size), COMPRESSED)) {
            throw new SparkplugFault(
                    "uuid",
                    new String(COMPRESSED, StandardCharsets.US_ASCII),
                    "a payload that is not compressed");
        }
    }

    private void copy(int tag, CodedOutputStream out) throws IOException {
        int start = in.getTotalBytesRead();
        in.skipField(tag);
        out.writeUInt32NoTag(tag);
        out.write(bytes, start, in.getTotalBytesRead() - start);
    }

    /** Refuses groups, because they nest and Sparkplug has none. */
    private void skip(int tag) throws IOException, SparkplugFault {
        int type = WireFormat.getTagWireType(tag);
        if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
            throw new SparkplugFault(null, "a protobuf group", EXPECTED);
        }
        in.skipField(tag);
    }

    private static Set<Integer> tags(Descriptor message, int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> tag(message, number))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The field's number and wire type, as they are encoded before its value. */
    private static int tag(Descriptor message, int number) {
        int type = message.findFieldByNumber(number).getLiteType().getWireType();
        return number << 3 | type;
    }
}
