package io.fueloptimine.connectors.sparkplug.payload;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Sparkplug B payloads from bytes that nobody vouches for: every size is checked before
 * anything is allocated for it, nothing nests deeper than a metric, and what is not a number, truth
 * value or text is passed over unread. Throws nothing but {@link SparkplugFault}. Stateless.
 */
public final class PayloadReader {

    /** Far above the birth of an edge node with fifty machines behind it. */
    public static final int MAX_BYTES = 1 << 20;

    /** Of one message. */
    public static final int MAX_METRICS = 5_000;

    static final int MAX_NAME_BYTES = 256;
    static final int MAX_TEXT_BYTES = 8_192;

    private static final String WANTED = "a Sparkplug B payload";
    private static final String COMPRESSED = "SPBV1.0_COMPRESSED";

    private PayloadReader() {}

    /** Reads one payload. */
    public static SparkplugPayload read(byte[] bytes) throws SparkplugFault {
        if (bytes == null || bytes.length == 0) {
            throw new SparkplugFault(null, "an empty message", WANTED);
        }
        if (bytes.length > MAX_BYTES) {
            throw new SparkplugFault(
                    null, bytes.length + " bytes", "at most " + MAX_BYTES + " bytes");
        }
        try {
            return payload(CodedInputStream.newInstance(bytes));
        } catch (IOException e) {
            throw new SparkplugFault(null, e.getMessage(), WANTED);
        }
    }

    private static SparkplugPayload payload(CodedInputStream in)
            throws IOException, SparkplugFault {
        Long timestamp = null;
        Long seq = null;
        List<SparkplugMetric> metrics = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case PayloadFields.TIMESTAMP -> timestamp = in.readUInt64();
                case PayloadFields.SEQ -> seq = in.readUInt64();
                case PayloadFields.METRIC -> {
                    if (metrics.size() == MAX_METRICS) {
                        throw new SparkplugFault(
                                "metrics", "more than " + MAX_METRICS, "fewer metrics a message");
                    }
                    metrics.add(metric(in));
                }
                case PayloadFields.UUID -> refuseCompression(in);
                default -> passOver(in, tag);
            }
        }
        return new SparkplugPayload(timestamp, seq, metrics);
    }

    private static SparkplugMetric metric(CodedInputStream in) throws IOException, SparkplugFault {
        int outer = in.pushLimit(in.readRawVarint32());
        String name = null;
        Long alias = null;
        Long timestamp = null;
        Integer datatype = null;
        boolean historical = false;
        boolean isNull = false;
        WireValue value = WireValue.ABSENT;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case PayloadFields.NAME -> name = name(in);
                case PayloadFields.ALIAS -> alias = in.readUInt64();
                case PayloadFields.METRIC_TIMESTAMP -> timestamp = in.readUInt64();
                case PayloadFields.DATATYPE -> datatype = in.readUInt32();
                case PayloadFields.IS_HISTORICAL -> historical = in.readBool();
                case PayloadFields.IS_NULL -> isNull = in.readBool();
                case PayloadFields.INT_VALUE -> value = WireValue.ofInt(in.readUInt32());
                case PayloadFields.LONG_VALUE -> value = WireValue.ofLong(in.readUInt64());
                case PayloadFields.FLOAT_VALUE -> value = WireValue.ofFloat(in.readFloat());
                case PayloadFields.DOUBLE_VALUE -> value = WireValue.ofDouble(in.readDouble());
                case PayloadFields.BOOLEAN_VALUE -> value = WireValue.ofBoolean(in.readBool());
                case PayloadFields.STRING_VALUE -> value = text(in);
                case PayloadFields.BYTES_VALUE,
                        PayloadFields.DATASET_VALUE,
                        PayloadFields.TEMPLATE_VALUE -> {
                    passOver(in, tag);
                    value = WireValue.PASSED_OVER;
                }
                default -> passOver(in, tag);
            }
        }
        in.popLimit(outer);
        return new SparkplugMetric(name, alias, timestamp, datatype, historical, isNull, value);
    }

    private static String name(CodedInputStream in) throws IOException, SparkplugFault {
        int size = in.readRawVarint32();
        if (size < 0 || size > MAX_NAME_BYTES) {
            throw new SparkplugFault(
                    "name",
                    Integer.toUnsignedString(size) + " bytes",
                    "a name of at most " + MAX_NAME_BYTES + " bytes");
        }
        return utf8(in, size);
    }

    private static WireValue text(CodedInputStream in) throws IOException, SparkplugFault {
        int size = in.readRawVarint32();
        if (size > MAX_TEXT_BYTES) {
            in.skipRawBytes(size);
            return WireValue.PASSED_OVER;
        }
        return WireValue.ofText(utf8(in, size));
    }

    private static String utf8(CodedInputStream in, int size) throws IOException, SparkplugFault {
        byte[] bytes = in.readRawBytes(size);
        return Utf8.decode(bytes);
    }

    private static void refuseCompression(CodedInputStream in) throws IOException, SparkplugFault {
        int size = in.readRawVarint32();
        if (size == COMPRESSED.length()) {
            if (utf8(in, size).equals(COMPRESSED)) {
                throw new SparkplugFault("uuid", COMPRESSED, "a payload that is not compressed");
            }
        } else {
            in.skipRawBytes(size);
        }
    }

    /** Groups are refused: they nest, and Sparkplug has none. */
    private static void passOver(CodedInputStream in, int tag) throws IOException, SparkplugFault {
        int type = WireFormat.getTagWireType(tag);
        if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
            throw new SparkplugFault(null, "a protobuf group", WANTED);
        }
        in.skipField(tag);
    }
}
