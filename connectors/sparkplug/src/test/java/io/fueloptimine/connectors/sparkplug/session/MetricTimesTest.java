package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.START;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.byAlias;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.whole;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.models.mine.reading.RawMessage;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in other units than milliseconds, and whole numbers that a double may have rounded. */
class MetricTimesTest {

    private final ScriptedEdgeNode edge = new ScriptedEdgeNode("edge");
    private TrackedEdgeNodes tracked;

    @BeforeEach
    void open() throws Exception {
        tracked = new TrackedEdgeNodes();
    }

    @AfterEach
    void close() throws Exception {
        tracked.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1767600000,                'timestamp 1767600000 (seconds?)'",
        "1767600000000000,          'timestamp 1767600000000000 (microseconds?)'",
        "1767600000000000000,       'timestamp 1767600000000000000 (nanoseconds?)'",
        "0,                         'timestamp 0'",
        "639031968000000000,        'timestamp 639031968000000000'",
        "-1,                        'timestamp 18446744073709551615'",
        "946684799999,              'timestamp 946684799999'",
    })
    void areReportedIfTheyAreNotMilliseconds(long time, String observed) throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1)),
                edge.data(at(time, number("payloadT", 0, 3)), number("speedKph", 1, 2)));

        assertThat(tracked.quality()).hasSize(1);
        assertThat(tracked.quality().get(0).field()).isEqualTo("payloadT");
        assertThat(tracked.quality().get(0).observed()).isEqualTo(observed);
        assertThat(tracked.quality().get(0).expected())
                .isEqualTo("milliseconds since 1970, in the years 2000 to 2099");
        assertThat(tracked.messages()).hasSize(2);
        assertThat(tracked.json(1).path("time").asText()).isEqualTo("2026-01-05T08:00:01Z");
    }

    /** A rebirth would have the same times; the metrics are declared. */
    @Test
    void ofABirthInSecondsLeaveItsMetricsDeclared() throws Exception {
        SparkplugMetric inSeconds = at(START.getEpochSecond(), number("speedKph", 0, 1));
        tracked.send(
                edge.birth(TRUCK, withAlias(1, inSeconds)),
                edge.data(byAlias(1, number(null, 4, 7))));

        assertThat(tracked.quality()).hasSize(1);
        assertThat(tracked.messages()).hasSize(1);
        assertThat(tracked.json(0).path("speedKph").asDouble()).isEqualTo(7);
        assertThat(tracked.commands()).isEmpty();
    }

    @Test
    void ofAPayloadInSecondsDoNotAffectMetricsWithTheirOwn() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        Metric own =
                Metric.newBuilder()
                        .setName("speedKph")
                        .setDatatype(10)
                        .setTimestamp(START.plusSeconds(3).toEpochMilli())
                        .setDoubleValue(5)
                        .build();
        Metric none = Metric.newBuilder().setName("speedKph").setDoubleValue(6).build();
        byte[] payload =
                Payload.newBuilder()
                        .setSeq(1)
                        .setTimestamp(START.getEpochSecond())
                        .addMetrics(own)
                        .addMetrics(none)
                        .build()
                        .toByteArray();
        tracked.send(new RawMessage("spBv1.0/pit/NDATA/edge", payload, START, false));

        assertThat(tracked.json(1).path("time").asText()).isEqualTo("2026-01-05T08:00:03Z");
        assertThat(tracked.quality()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_767_600_000, 1_767_600_000_000_000L})
    void asValuesAreReportedToo(long value) throws Exception {
        SparkplugMetric startedAt =
                SparkplugMetric.of(
                        "refuel/startedAt",
                        START.toEpochMilli(),
                        SparkplugDatatype.DATE_TIME,
                        WireValue.ofLong(value));
        tracked.send(edge.birth(TRUCK), edge.data(startedAt));

        assertThat(tracked.messages()).isEmpty();
        assertThat(tracked.quality().get(0).field()).isEqualTo("refuel/startedAt");
        assertThat(tracked.quality().get(0).observed()).startsWith(Long.toString(value));
        assertThat(tracked.quality().get(0).expected()).contains("milliseconds since 1970");
    }

    @Test
    void aSequenceNumberThatADoubleMayHaveRoundedIsReported() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1)),
                edge.data(number("sequence", 1, 9007199254740991.0), number("speedKph", 1, 2)),
                edge.data(number("sequence", 2, 9007199254740992.0), number("speedKph", 2, 3)),
                edge.data(whole("sequence", 3, 9007199254740993L), number("speedKph", 3, 4)),
                edge.data(single("sequence", 16_777_216f), number("speedKph", 4, 4)));

        assertThat(tracked.json(1).path("sequence").decimalValue().longValueExact())
                .isEqualTo(9007199254740991L);
        assertThat(tracked.json(2).has("sequence")).isFalse();
        assertThat(tracked.json(3).path("sequence").asLong()).isEqualTo(9007199254740993L);
        assertThat(tracked.quality())
                .extracting(record -> record.field() + " " + record.observed())
                .containsExactly("sequence 9.007199254740992E15", "sequence 1.6777216E7");
    }

    /** Litres are a double in readings. */
    @Test
    void aCounterThatADoubleCannotContainIsReported() throws Exception {
        tracked.send(
                edge.birth(TRUCK, whole("totalFuelUsedL", 0, 9007199254740992L)),
                edge.data(whole("totalFuelUsedL", 1, 9007199254740993L)));

        assertThat(tracked.json(0).path("totalFuelUsedL").asLong()).isEqualTo(9007199254740992L);
        assertThat(tracked.json(1).has("totalFuelUsedL")).isFalse();
        assertThat(tracked.quality().get(0).observed()).isEqualTo("9007199254740993");
    }

    private static SparkplugMetric single(String name, float value) {
        return SparkplugMetric.of(
                name,
                START.plusSeconds(4).toEpochMilli(),
                SparkplugDatatype.FLOAT,
                WireValue.ofFloat(value));
    }

    private static SparkplugMetric at(long time, SparkplugMetric metric) {
        return new SparkplugMetric(
                metric.name(),
                metric.alias(),
                time,
                metric.datatype(),
                false,
                false,
                metric.value());
    }
}
