package io.fueloptimine.connectors.sparkplug.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadReaderTest {

    private static final long NOW = 1_767_605_647_250L;

    @Test
    void roundTripsAPayload() throws Exception {
        SparkplugPayload payload =
                new SparkplugPayload(
                        NOW,
                        255L,
                        List.of(
                                named("int", SparkplugDatatype.INT32, WireValue.ofInt(-1)),
                                named("long", SparkplugDatatype.UINT64, WireValue.ofLong(-1)),
                                named("float", SparkplugDatatype.FLOAT, WireValue.ofFloat(1.5f)),
                                named("double", SparkplugDatatype.DOUBLE, WireValue.ofDouble(-0.1)),
                                named("true", SparkplugDatatype.BOOLEAN, WireValue.ofBoolean(true)),
                                named("text", SparkplugDatatype.STRING, WireValue.ofText("¡ñ!")),
                                new SparkplugMetric(
                                        null, -5L, NOW, null, true, true, WireValue.ABSENT)));

        assertThat(PayloadReader.read(PayloadWriter.write(payload))).isEqualTo(payload);
    }

    @Test
    void readsAnEmptyPayloadOfADeath() throws Exception {
        SparkplugPayload payload = new SparkplugPayload(null, null, List.of());
        byte[] bytes = PayloadWriter.write(new SparkplugPayload(NOW, null, List.of()));

        assertThat(PayloadReader.read(bytes).metrics()).isEqualTo(payload.metrics());
        assertThat(PayloadReader.read(bytes).seq()).isNull();
    }

    @Test
    void marksUnsupportedValues() throws Exception {
        byte[] metric = concat(sized(1, "m".getBytes()), sized(17, new byte[900]));
        byte[] text = concat(sized(1, "t".getBytes()), sized(15, new byte[9_000]));

        SparkplugPayload payload = PayloadReader.read(concat(sized(2, metric), sized(2, text)));

        assertThat(payload.metrics())
                .extracting(read -> read.value().form())
                .containsOnly(WireValue.Form.UNSUPPORTED);
        assertThat(payload.metrics().get(0).value().observed()).isEqualTo("a data set");
        assertThat(payload.metrics().get(1).value().observed()).startsWith("a text of 9000 bytes");
    }

    @Test
    void marksMetricsThatCannotBeReadAndKeepsTheOthers() throws Exception {
        byte[] sound = sized(2, sized(1, "m".getBytes()));
        assertFault(sized(1, new byte[300]), "a name of 300 bytes");
        assertFault(sized(1, new byte[] {'C', (byte) 0xF3}), "a name that is not UTF-8");
        assertFault(new byte[] {1 << 3 | 2, 9, 'a'}, "no protobuf at its byte 2");
        assertFault(new byte[] {1 << 3 | 3}, "no protobuf at its byte 1");
        assertFault(
                concat(sized(1, new byte[] {'a'}), sized(1, new byte[] {'b'})), "its name twice");
        assertFault(new byte[] {2 << 3, 1, 2 << 3, 2}, "its alias twice");
        assertFault(new byte[] {10 << 3, 1, 11 << 3, 2}, "its value twice");

        assertThat(PayloadReader.read(concat(sized(2, sized(1, new byte[300])), sound)).metrics())
                .extracting(SparkplugMetric::name)
                .containsExactly(null, "m");
    }

    @Test
    void keepsTheAliasOfAMetricWhoseNameCannotBeRead() throws Exception {
        byte[] metric = concat(sized(1, new byte[300]), new byte[] {2 << 3, 7});

        assertThat(PayloadReader.read(sized(2, metric)).metrics().get(0).alias()).isEqualTo(7);
    }

    @Test
    void describesATextThatIsNotUtf8() throws Exception {
        byte[] metric = sized(15, "Cami\u00f3n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(PayloadReader.read(sized(2, metric)).metrics().get(0).value().observed())
                .isEqualTo("a text that is not UTF-8: Cami\ufffdn");
    }

    @Test
    void readsTheSequenceNumberOfACompressedPayload() throws Exception {
        byte[] bytes = concat(new byte[] {3 << 3, 9}, sized(4, "SPBV1.0_COMPRESSED".getBytes()));

        SparkplugPayload payload = PayloadReader.read(bytes);

        assertThat(payload.seq()).isEqualTo(9);
        assertThat(payload.faults()).extracting(SparkplugFault::field).containsExactly("uuid");
    }

    @Test
    void skipsUnknownFields() throws Exception {
        byte[] payload =
                concat(sized(99, new byte[20]), new byte[] {3 << 3, 7}, sized(5, new byte[3]));

        assertThat(PayloadReader.read(payload).seq()).isEqualTo(7);
    }

    @Test
    void describesFaults() {
        refuses(new byte[0], null, "an empty message");
        refuses(null, null, "an empty message");
        refuses(new byte[PayloadReader.MAX_BYTES + 1], null, "1048577 bytes");
        refuses(new byte[] {3 << 3, 1, 3 << 3, 2}, "seq", "1 and 2");
        refuses(new byte[] {2 << 3 | 3}, null, "a protobuf group");
        refuses(new byte[] {0}, null, "no protobuf at byte 1");
    }

    @Test
    void allocatesLittleForMaliciousPayloads() {
        byte[] hugeMetric = {2 << 3 | 2, -1, -1, -1, -1, 7};
        byte[] hugeName = sized(2, new byte[] {1 << 3 | 2, -1, -1, -1, -1, 7});
        byte[] hugeText = sized(2, new byte[] {15 << 3 | 2, -1, -1, -1, -1, 7});
        byte[] negativeName = sized(2, new byte[] {1 << 3 | 2, -1, -1, -1, -1, 15});
        byte[] hugeBytes = sized(2, new byte[] {(byte) (16 << 3 | 2 | 0x80), 1, -1, -1, -1, -1, 7});
        byte[] millionMetrics = new byte[1_000_000];
        for (int i = 0; i < millionMetrics.length; i += 2) {
            millionMetrics[i] = 2 << 3 | 2;
        }
        byte[] nested = new byte[500_000];
        Arrays.fill(nested, (byte) (2 << 3 | 3));
        List<byte[]> payloads =
                List.of(
                        hugeMetric,
                        hugeName,
                        hugeText,
                        negativeName,
                        hugeBytes,
                        millionMetrics,
                        nested);

        for (byte[] payload : payloads) {
            long before = allocated();
            assertThat(isFaulty(payload)).isTrue();
            assertThat(allocated() - before).isLessThan(4 << 20);
        }
    }

    /** The generated code alone allocates 50 to 100 MB for each of these. */
    @Test
    void allocatesLittleForFieldsThatReadingsDoNotNeed() throws Exception {
        byte[] emptyMessages = repeated(new byte[] {1 << 3 | 2, 0}, 500_000);
        List<byte[]> payloads =
                List.of(
                        sized(2, sized(17, repeated(new byte[] {4 << 3 | 2, 0}, 500_000))),
                        sized(2, sized(17, sized(4, emptyMessages))),
                        sized(2, sized(9, repeated(new byte[] {2 << 3 | 2, 0}, 500_000))),
                        sized(2, sized(18, repeated(new byte[] {2 << 3 | 2, 0}, 500_000))),
                        sized(2, sized(19, emptyMessages)),
                        repeated(new byte[] {10 << 3, 1}, 500_000));

        for (byte[] payload : payloads) {
            long before = allocated();
            SparkplugPayload read = PayloadReader.read(payload);
            assertThat(allocated() - before).isLessThan(4 << 20);
            assertThat(read.metrics()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void readsTheMaximumNumberOfMetrics() throws Exception {
        byte[] metric = sized(2, sized(1, "m".getBytes()));

        assertThat(PayloadReader.read(repeated(metric, PayloadReader.MAX_METRICS)).metrics())
                .hasSize(PayloadReader.MAX_METRICS);
        SparkplugPayload more = PayloadReader.read(repeated(metric, PayloadReader.MAX_METRICS + 2));
        assertThat(more.metrics()).hasSize(PayloadReader.MAX_METRICS);
        assertThat(more.faults().get(0).observed()).isEqualTo("5002 metrics, the last 2 not read");
    }

    private static boolean isFaulty(byte[] payload) {
        try {
            SparkplugPayload read = PayloadReader.read(payload);
            return !read.faults().isEmpty() || read.metrics().get(0).fault() != null;
        } catch (SparkplugFault fault) {
            return true;
        }
    }

    private static void assertFault(byte[] metric, String observed) throws Exception {
        SparkplugMetric read = PayloadReader.read(sized(2, metric)).metrics().get(0);
        assertThat(read.fault().observed()).isEqualTo(observed);
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static SparkplugMetric named(String name, SparkplugDatatype type, WireValue value) {
        return SparkplugMetric.of(name, NOW, type, value);
    }

    private static void refuses(byte[] bytes, String field, String observed) {
        assertThatThrownBy(() -> PayloadReader.read(bytes))
                .isInstanceOfSatisfying(
                        SparkplugFault.class,
                        fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.observed()).isEqualTo(observed);
                        });
    }

    /** A field of sized bytes. */
    private static byte[] sized(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
