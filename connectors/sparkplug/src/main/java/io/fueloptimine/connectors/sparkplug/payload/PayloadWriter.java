package io.fueloptimine.connectors.sparkplug.payload;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes Sparkplug B payloads, the counterpart of {@link PayloadReader}. Stateless. */
public final class PayloadWriter {

    private PayloadWriter() {}

    /** The payload as bytes. A value that was passed over when read cannot be written. */
    public static byte[] write(SparkplugPayload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            if (payload.timestampMillis() != null) {
                out.writeUInt64(
                        PayloadFields.number(PayloadFields.TIMESTAMP), payload.timestampMillis());
            }
            for (SparkplugMetric metric : payload.metrics()) {
                out.writeByteArray(PayloadFields.number(PayloadFields.METRIC), metric(metric));
            }
            if (payload.seq() != null) {
                out.writeUInt64(PayloadFields.number(PayloadFields.SEQ), payload.seq());
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] metric(SparkplugMetric metric) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        if (metric.name() != null) {
            out.writeString(PayloadFields.number(PayloadFields.NAME), metric.name());
        }
        if (metric.alias() != null) {
            out.writeUInt64(PayloadFields.number(PayloadFields.ALIAS), metric.alias());
        }
        if (metric.timestampMillis() != null) {
            out.writeUInt64(
                    PayloadFields.number(PayloadFields.METRIC_TIMESTAMP), metric.timestampMillis());
        }
        if (metric.datatype() != null) {
            out.writeUInt32(PayloadFields.number(PayloadFields.DATATYPE), metric.datatype());
        }
        if (metric.historical()) {
            out.writeBool(PayloadFields.number(PayloadFields.IS_HISTORICAL), true);
        }
        if (metric.isNull()) {
            out.writeBool(PayloadFields.number(PayloadFields.IS_NULL), true);
        }
        value(out, metric.value());
        out.flush();
        return bytes.toByteArray();
    }

    private static void value(CodedOutputStream out, WireValue value) throws IOException {
        switch (value.form()) {
            case ABSENT -> {}
            case INT ->
                    out.writeUInt32(
                            PayloadFields.number(PayloadFields.INT_VALUE), (int) value.bits());
            case LONG ->
                    out.writeUInt64(PayloadFields.number(PayloadFields.LONG_VALUE), value.bits());
            case FLOAT ->
                    out.writeFloat(
                            PayloadFields.number(PayloadFields.FLOAT_VALUE), value.asFloat());
            case DOUBLE ->
                    out.writeDouble(
                            PayloadFields.number(PayloadFields.DOUBLE_VALUE), value.asDouble());
            case BOOLEAN ->
                    out.writeBool(
                            PayloadFields.number(PayloadFields.BOOLEAN_VALUE), value.bits() != 0);
            case TEXT ->
                    out.writeString(PayloadFields.number(PayloadFields.STRING_VALUE), value.text());
            case PASSED_OVER ->
                    throw new IllegalArgumentException("a value that was not read is not written");
        }
    }
}
