package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.START;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.byAlias;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.millis;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.text;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.whole;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One faulty metric is reported; the others, the sequence and the birth are kept. */
class FaultyMetricsTest {

    private static final String BIRTH = "DBIRTH/edge/T01";
    private static final String DATA = "DDATA/edge/T01";
    private static final long FAULTY_ALIAS = 7;

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

    static Stream<Arguments> faultyMetrics() {
        String longName = "n".repeat(300);
        return Stream.of(
                Arguments.of(
                        metric("operatorId", 12).setStringValueBytes(latin1("Muñoz")),
                        "operatorId",
                        "a text that is not UTF-8: Mu\uFFFDoz"),
                Arguments.of(
                        metric("x", 10).setNameBytes(latin1("presión")).setDoubleValue(1),
                        "presi\uFFFDn",
                        "a name that is not UTF-8"),
                Arguments.of(
                        metric(longName, 10).setDoubleValue(1),
                        "n".repeat(120) + "...",
                        "a name of 300 bytes"),
                Arguments.of(
                        metric("n".repeat(129), 10).setDoubleValue(1),
                        "n".repeat(120) + "...",
                        "a field name of 129 bytes"),
                Arguments.of(
                        metric("telemetry/", 10).setDoubleValue(1),
                        "telemetry/",
                        "a field name of 0 bytes"),
                Arguments.of(metric("x", 99).setDoubleValue(1), "x", "datatype 99"),
                Arguments.of(metric("x", -1).setDoubleValue(1), "x", "datatype 4294967295"),
                Arguments.of(metric("x", 0).setDoubleValue(1), "x", "no datatype"),
                Arguments.of(
                        metric("x", 10).setTemplateValue(Payload.Template.newBuilder()),
                        "x",
                        "a template"),
                Arguments.of(
                        metric("x", 10).setDatasetValue(Payload.DataSet.newBuilder()),
                        "x",
                        "a data set"),
                Arguments.of(
                        metric("x", 10).setBytesValue(ByteString.copyFromUtf8("abc")),
                        "x",
                        "bytes"),
                Arguments.of(metric("x", 20).setStringValue("{}"), "x", "datatype 20"),
                Arguments.of(metric("x", 12).setStringValue("t".repeat(9_000)), "x", null),
                Arguments.of(metric("payloadT", 12).setStringValue("heavy"), "payloadT", "heavy"),
                Arguments.of(metric("operatorId", 10).setDoubleValue(4), "operatorId", "4.0"),
                Arguments.of(metric("sequence", 4).setLongValue(-1), "sequence", null),
                Arguments.of(metric("payloadT", 11).setBooleanValue(true), "payloadT", "true"),
                Arguments.of(metric("payloadT", 10), "payloadT", "no value"),
                Arguments.of(metric("time", 13).setLongValue(millis(0)), "time", null));
    }

    @ParameterizedTest
    @MethodSource("faultyMetrics")
    void areReportedInABirthWhichIsKept(Metric.Builder faulty, String name, String observed)
            throws Exception {
        tracked.send(edge.birth());
        tracked.send(
                edge.ofProtobuf(
                        BIRTH,
                        metric("Properties/Equipment Kind", 12).setStringValue("haultruck").build(),
                        metric("speedKph", 10).setDoubleValue(1).setAlias(1).build(),
                        faulty.setAlias(FAULTY_ALIAS).build(),
                        metric("fuelLevelPct", 10).setDoubleValue(55).build()),
                edge.deviceData("T01", byAlias(1, number(null, 5, 20))));

        assertFault(name, observed);
        assertThat(tracked.messages()).hasSize(2);
        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(20);
        assertThat(tracked.json(1).path("fuelLevelPct").asDouble()).isEqualTo(55);
        assertAllDecodable();
        assertThat(tracked.commands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faultyMetrics")
    void areReportedInDataWhoseOtherMetricsAreUsed(
            Metric.Builder faulty, String name, String observed) throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth("T01", TRUCK, number("speedKph", 0, 1), number("x", 0, 1)));
        tracked.send(
                edge.ofProtobuf(
                        DATA,
                        faulty.setTimestamp(millis(5)).build(),
                        metric("speedKph", 10).setTimestamp(millis(5)).setDoubleValue(20).build()),
                edge.deviceData("T01", number("speedKph", 6, 21)));

        if (observed == null || !observed.equals("no datatype")) {
            assertFault(name, observed);
        }
        assertThat(tracked.messages()).hasSize(3);
        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(20);
        assertThat(tracked.json(2).path("speedKph").asDouble()).isEqualTo(21);
        assertAllDecodable();
    }

    @Test
    void areReportedAgainByTheirAliasWithoutARebirthRequest() throws Exception {
        tracked.send(
                edge.birth(),
                edge.ofProtobuf(
                        BIRTH,
                        metric("Properties/Equipment Kind", 12).setStringValue("haultruck").build(),
                        metric("n".repeat(300), 10)
                                .setDoubleValue(1)
                                .setAlias(FAULTY_ALIAS)
                                .build()));
        for (int second = 1; second < 4; second++) {
            tracked.send(edge.deviceData("T01", byAlias(FAULTY_ALIAS, number(null, second, 2))));
        }

        assertThat(tracked.quality())
                .extracting(QualityRecord::observed)
                .containsExactly("a name of 300 bytes", "7", "7", "7");
        assertThat(tracked.commands()).isEmpty();
    }

    @Test
    void areAllNamedInOneRecord() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1)),
                edge.data(
                        number("speedKph", 1, Double.NaN),
                        text("payloadT", 1, "heavy"),
                        byAlias(9, number(null, 1, 2))));

        assertThat(tracked.quality()).hasSize(1);
        assertThat(tracked.quality().get(0).observed())
                .isEqualTo("NaN (and 2 more metrics: payloadT: heavy; alias: 9)");
    }

    @Test
    void keepTheFirstMetricsOfABirthWithTooMany() throws Exception {
        List<SparkplugMetric> metrics = new ArrayList<>(List.of(TRUCK));
        while (metrics.size() < PayloadReader.MAX_METRICS) {
            int number = metrics.size();
            metrics.add(withAlias(number, whole("m" + number, 0, number)));
        }
        metrics.add(withAlias(9_999, number("speedKph", 0, 4)));
        tracked.send(
                edge.birth(),
                edge.deviceBirth("T01", metrics.toArray(SparkplugMetric[]::new)),
                edge.deviceData("T01", byAlias(3, whole(null, 1, 8))));

        assertThat(tracked.quality().get(0).observed())
                .startsWith("5001 metrics, the last 1 not read");
        assertThat(tracked.json(1).path("m3").asInt()).isEqualTo(8);
        assertAllDecodable();
    }

    /** A reading has at most 64 KiB; fields of the schema are kept first. */
    @Test
    void keepReadingsShortEnoughForTheDecoder() throws Exception {
        List<SparkplugMetric> metrics = new ArrayList<>(List.of(TRUCK));
        for (int number = 0; number < 100; number++) {
            metrics.add(text("a" + number, 0, "é".repeat(1_000)));
        }
        metrics.add(number("speedKph", 0, 4));
        tracked.send(
                edge.birth(metrics.toArray(SparkplugMetric[]::new)),
                edge.data(number("speedKph", 1, 5)));

        assertThat(tracked.json(0).path("speedKph").asDouble()).isEqualTo(4);
        assertThat(tracked.json(0).size()).isGreaterThan(10);
        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(5);
        assertThat(tracked.quality().get(0).expected())
                .isEqualTo("at most 65536 bytes in a reading");
        assertAllDecodable();
    }

    /** A node that uses an alias which its births never contain is asked once. */
    @Test
    void causeNoFurtherRequestIfARebirthHasThemToo() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        for (int round = 0; round < 5; round++) {
            tracked.setClock(Duration.ofMinutes(round));
            tracked.send(
                    edge.data(byAlias(9, number(null, 1 + round, 3))),
                    edge.rebirth(TRUCK, number("speedKph", 100 + round, 1)));
        }

        assertThat(tracked.commands()).hasSize(1);
        assertThat(tracked.quality()).hasSize(5);
    }

    @Test
    void causeNoFurtherRequestIfAMetricIsInNoBirth() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        for (int round = 0; round < 5; round++) {
            tracked.setClock(Duration.ofMinutes(round));
            tracked.send(
                    edge.data(number("payloadT", 1 + round, 3)),
                    edge.rebirth(TRUCK, number("speedKph", 100 + round, 1)));
        }

        assertThat(tracked.commands()).hasSize(1);
        assertThat(tracked.quality()).isEmpty();
    }

    /** 30 s, 1 min, 2 min and so on, in place of 120 requests an hour. */
    @Test
    void causeFewerRequestsWhileBirthsCannotBeRead() throws Exception {
        for (int seconds = 0; seconds < 3_600; seconds += 10) {
            int before = tracked.commands().size();
            tracked.setClock(Duration.ofSeconds(seconds));
            tracked.send(edge.data(number("speedKph", seconds, 1)));
            if (tracked.commands().size() > before) {
                tracked.send(
                        new RawMessage("spBv1.0/pit/NBIRTH/edge", new byte[] {0}, START, false));
            }
        }
        assertThat(tracked.commands()).hasSize(6);

        tracked.send(edge.birth(TRUCK, number("speedKph", 3_600, 1)));
        assertThat(tracked.messages()).hasSize(1);
    }

    @Test
    void leaveABirthUsableWhoseConnectionNumberIsNotANumber() throws Exception {
        tracked.send(
                edge.ofProtobuf(
                        "NBIRTH/edge",
                        metric("bdSeq", 12).setStringValue("one").build(),
                        metric("Properties/Equipment Kind", 12).setStringValue("haultruck").build(),
                        metric("speedKph", 10).setDoubleValue(1).build()),
                edge.data(number("speedKph", 1, 2)));

        assertFault("bdSeq", "one");
        assertThat(tracked.messages()).hasSize(2);
    }

    @Test
    void ofACompressedMessageLeaveNoGap() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        byte[] compressed =
                Payload.newBuilder().setSeq(1).setUuid("SPBV1.0_COMPRESSED").build().toByteArray();
        edge.skipNumbers(1);
        tracked.send(
                new RawMessage("spBv1.0/pit/NDATA/edge", compressed, START, false),
                edge.data(number("speedKph", 1, 2)));

        assertFault("uuid", "SPBV1.0_COMPRESSED");
        assertThat(tracked.messages()).hasSize(2);
        assertThat(tracked.commands()).isEmpty();
    }

    private void assertFault(String name, String observed) {
        assertThat(tracked.quality()).hasSize(1);
        QualityRecord record = tracked.quality().get(0);
        assertThat(record.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(record.field()).isEqualTo(name);
        assertThat(record.expected()).isNotBlank();
        assertThat(record.payload()).isNotEmpty();
        if (observed != null) {
            assertThat(record.observed()).isEqualTo(observed);
        }
    }

    private void assertAllDecodable() {
        MessageDecoder decoder = new MessageDecoder();
        assertThat(tracked.messages())
                .allSatisfy(
                        message ->
                                assertThat(decoder.decode(message))
                                        .isInstanceOf(DecodeResult.Readable.class));
    }

    private static Metric.Builder metric(String name, int datatype) {
        return Metric.newBuilder().setName(name).setDatatype(datatype);
    }

    private static ByteString latin1(String text) {
        return ByteString.copyFrom(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
