package io.fueloptimine.connectors.sparkplug.payload;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/**
 * Reads Sparkplug B payloads from untrusted bytes. It throws a {@link SparkplugFault} only if the
 * payload as a whole cannot be read, and no other exception. A metric that cannot be read has a
 * fault, and the other metrics are kept. Data sets, templates, properties and unknown fields are
 * skipped by their length. Use an instance for one payload.
 */
public final class PayloadReader {

    /**
     * The maximum size of a payload, bytes; the birth message of an edge node with fifty machines
     * is far smaller.
     */
    public static final int MAX_BYTES = 1 << 20;

    /** The maximum number of metrics in a payload; further metrics are reported and not read. */
    public static final int MAX_METRICS = 5_000;

    private static final String EXPECTED = "a Sparkplug B payload";
    private static final String COMPRESSED = "SPBV1.0_COMPRESSED";

    private static final int TIMESTAMP = Payload.TIMESTAMP_FIELD_NUMBER << 3;
    private static final int SEQ = Payload.SEQ_FIELD_NUMBER << 3;
    private static final int METRIC =
            Payload.METRICS_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int UUID =
            Payload.UUID_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;

    private final byte[] bytes;
    private final CodedInputStream in;
    private final List<SparkplugMetric> metrics = new ArrayList<>();
    private final List<SparkplugFault> faults = new ArrayList<>();
    private Long timestamp;
    private Long seq;
    private int unread;

    private PayloadReader(byte[] bytes) {
        this.bytes = bytes;
        this.in = CodedInputStream.newInstance(bytes);
    }

    /** Reads one payload. */
    public static SparkplugPayload read(byte[] bytes) throws SparkplugFault {
        if (bytes == null || bytes.length == 0) {
            throw new SparkplugFault(null, "an empty message", EXPECTED);
        }
        if (bytes.length > MAX_BYTES) {
            throw new SparkplugFault(
                    null, bytes.length + " bytes", "at most " + MAX_BYTES + " bytes");
        }
        return new PayloadReader(bytes).payload();
    }

    private SparkplugPayload payload() throws SparkplugFault {
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                field(tag);
            }
        } catch (IOException e) {
            throw new SparkplugFault(
                    null, "no protobuf at byte " + in.getTotalBytesRead(), EXPECTED);
        }
        if (unread > 0) {
            faults.add(
                    new SparkplugFault(
                            "metrics",
                            MAX_METRICS + unread + " metrics, the last " + unread + " not read",
                            "at most " + MAX_METRICS + " metrics in a message"));
        }
        return new SparkplugPayload(timestamp, seq, metrics, faults);
    }

    private void field(int tag) throws IOException, SparkplugFault {
        switch (tag) {
            case TIMESTAMP -> timestamp = once("timestamp", timestamp, in.readUInt64());
            case SEQ -> seq = once("seq", seq, in.readUInt64());
            case METRIC -> metric();
            case UUID -> reportCompression();
            default -> skip(tag);
        }
    }

    private static long once(String field, Long before, long value) throws SparkplugFault {
        if (before != null) {
            throw new SparkplugFault(
                    field,
                    Long.toUnsignedString(before) + " and " + Long.toUnsignedString(value),
                    "the field at most once");
        }
        return value;
    }

    private void metric() throws IOException {
        int size = in.readRawVarint32();
        int start = in.getTotalBytesRead();
        in.skipRawBytes(size);
        if (metrics.size() < MAX_METRICS) {
            metrics.add(new MetricReader(bytes, start, size, metrics.size() + 1).read());
        } else {
            unread++;
        }
    }

    /**
     * Reports a compressed payload as a fault. Its content is not read, only its sequence number.
     */
    private void reportCompression() throws IOException {
        int size = in.readRawVarint32();
        int start = in.getTotalBytesRead();
        in.skipRawBytes(size);
        byte[] uuid = Arrays.copyOfRange(bytes, start, start + Math.min(size, COMPRESSED.length()));
        if (size == COMPRESSED.length()
                && Arrays.equals(uuid, COMPRESSED.getBytes(StandardCharsets.US_ASCII))) {
            faults.add(new SparkplugFault("uuid", COMPRESSED, "a payload that is not compressed"));
        }
    }

    /**
     * Skips a field. Protobuf groups are rejected, because they can be nested and Sparkplug does
     * not use them.
     */
    private void skip(int tag) throws IOException, SparkplugFault {
        int type = WireFormat.getTagWireType(tag);
        if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
            throw new SparkplugFault(null, "a protobuf group", EXPECTED);
        }
        in.skipField(tag);
    }
}
