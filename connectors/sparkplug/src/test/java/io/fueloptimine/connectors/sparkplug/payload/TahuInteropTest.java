package io.fueloptimine.connectors.sparkplug.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.Test;

/** Interoperability with the reference implementation. */
class TahuInteropTest {

    private static final Date NOW = new Date(1_767_605_647_250L);

    @Test
    void readsPayloadsOfTheReferenceImplementation() throws Exception {
        SparkplugBPayload theirs =
                new SparkplugBPayload.SparkplugBPayloadBuilder(7L)
                        .setTimestamp(NOW)
                        .addMetrics(
                                List.of(
                                        metric("i8", MetricDataType.Int8, (byte) -3),
                                        metric("i16", MetricDataType.Int16, (short) -300),
                                        metric("i32", MetricDataType.Int32, -70_000),
                                        metric("i64", MetricDataType.Int64, -5_000_000_000L),
                                        metric("u8", MetricDataType.UInt8, (short) 250),
                                        metric("u16", MetricDataType.UInt16, 65_000),
                                        metric("u32", MetricDataType.UInt32, 4_000_000_000L),
                                        metric(
                                                "u64",
                                                MetricDataType.UInt64,
                                                new BigInteger("18446744073709551615")),
                                        metric("float", MetricDataType.Float, 12.3f),
                                        metric("double", MetricDataType.Double, -0.1),
                                        metric("boolean", MetricDataType.Boolean, true),
                                        metric("string", MetricDataType.String, "ñ"),
                                        metric("date", MetricDataType.DateTime, NOW),
                                        metric("none", MetricDataType.Double, null)))
                        .createPayload();

        SparkplugPayload read =
                PayloadReader.read(new SparkplugBPayloadEncoder().getBytes(theirs, false));

        assertThat(read.seq()).isEqualTo(7);
        assertThat(read.timestampMillis()).isEqualTo(NOW.getTime());
        assertThat(read.metrics())
                .filteredOn(metric -> !metric.isNull())
                .extracting(TahuInteropTest::json)
                .containsExactly(
                        "-3",
                        "-300",
                        "-70000",
                        "-5000000000",
                        "250",
                        "65000",
                        "4000000000",
                        "18446744073709551615",
                        "12.3",
                        "-0.1",
                        "true",
                        "\"ñ\"",
                        "\"2026-01-05T09:34:07.250Z\"");
        assertThat(read.metric("none").isNull()).isTrue();
    }

    @Test
    void readsItsAliasesAndHistoricalValues() throws Exception {
        Metric metric =
                new MetricBuilder(17L, MetricDataType.Double, 1.5)
                        .timestamp(NOW)
                        .isHistorical(true)
                        .createMetric();
        SparkplugBPayload theirs =
                new SparkplugBPayload.SparkplugBPayloadBuilder(0L)
                        .addMetric(metric)
                        .createPayload();

        SparkplugMetric read =
                PayloadReader.read(new SparkplugBPayloadEncoder().getBytes(theirs, true))
                        .metrics()
                        .get(0);

        assertThat(read.alias()).isEqualTo(17);
        assertThat(read.historical()).isTrue();
        assertThat(read.timestampMillis()).isEqualTo(NOW.getTime());
        assertThat(read.value()).isEqualTo(WireValue.ofDouble(1.5));
    }

    @Test
    void isReadByTheReferenceImplementation() throws Exception {
        SparkplugPayload ours =
                new SparkplugPayload(
                        NOW.getTime(),
                        255L,
                        List.of(
                                named(
                                        "Node Control/Rebirth",
                                        SparkplugDatatype.BOOLEAN,
                                        WireValue.ofBoolean(true)),
                                named("i32", SparkplugDatatype.INT32, WireValue.ofInt(-70_000)),
                                named("double", SparkplugDatatype.DOUBLE, WireValue.ofDouble(-0.1)),
                                named("string", SparkplugDatatype.STRING, WireValue.ofText("ñ")),
                                new SparkplugMetric(
                                        "none",
                                        4L,
                                        NOW.getTime(),
                                        SparkplugDatatype.DOUBLE.code(),
                                        true,
                                        true,
                                        WireValue.ABSENT)));

        SparkplugBPayload read =
                new SparkplugBPayloadDecoder().buildFromByteArray(PayloadWriter.write(ours), null);

        assertThat(read.getSeq()).isEqualTo(255);
        assertThat(read.getTimestamp()).isEqualTo(NOW);
        assertThat(read.getMetrics())
                .extracting(Metric::getValue)
                .containsExactly(true, -70_000, -0.1, "ñ", null);
        Metric none = read.getMetrics().get(4);
        assertThat(none.getIsNull()).isTrue();
        assertThat(none.isHistorical()).isTrue();
        assertThat(none.getAlias()).isEqualTo(4);
    }

    private static Metric metric(String name, MetricDataType type, Object value) throws Exception {
        return new MetricBuilder(name, type, value).timestamp(NOW).createMetric();
    }

    private static SparkplugMetric named(String name, SparkplugDatatype type, WireValue value) {
        return SparkplugMetric.of(name, NOW.getTime(), type, value);
    }

    private static String json(SparkplugMetric metric) {
        try {
            return SparkplugDatatype.ofCode(metric.datatype()).json(metric.name(), metric.value());
        } catch (SparkplugFault fault) {
            return fault.getMessage();
        }
    }
}
