package io.fueloptimine.models.message;

import static io.fueloptimine.models.message.SampleMessages.TELEMETRY;
import static io.fueloptimine.models.message.SampleMessages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.fueloptimine.models.mine.input.MineJson;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What decoding a hostile message allocates and emits, compared with the largest message. */
class MessageAmplificationTest {

    private static final int MAX_BYTES = MessageBody.MAX_BYTES;

    static Stream<String> hostileFields() {
        return Stream.of(
                IntStream.range(0, 7_000)
                        .mapToObj(i -> "\"" + i + "\":1")
                        .collect(Collectors.joining(",")),
                "\"x\":[" + "0,".repeat(30_000) + "0]",
                "\"x\":[" + "{},".repeat(20_000) + "{}]",
                "\"x\":" + "[".repeat(15) + "1" + "]".repeat(15),
                "\"x\":" + "[".repeat(30_000),
                "\"x\":\"" + "\\u0001".repeat(1_300) + "\"",
                "\"operatorId\":\"" + "\u00e9".repeat(8_000) + "\"",
                "\"sequence\":1e999999999",
                "\"sequence\":" + "9".repeat(60_000),
                "\"fuelRateLph\":1e-999999999",
                "\"" + "n".repeat(60_000) + "\":1");
    }

    @ParameterizedTest
    @MethodSource("hostileFields")
    void decodingAllocatesAndEmitsAFewTimesTheLargestMessage(String fields) {
        byte[] json = SampleMessages.body(fields).getBytes(StandardCharsets.UTF_8);
        assertThat(json.length).isLessThanOrEqualTo(MAX_BYTES);
        decode(TELEMETRY, json);

        long before = allocated();
        DecodeResult result = decode(TELEMETRY, json);
        long allocated = allocated() - before;

        assertThat(allocated).isLessThan(64L * MAX_BYTES);
        Object emitted =
                result instanceof DecodeResult.Readable readable
                        ? readable.reading()
                        : ((DecodeResult.Unreadable) result).rejection();
        assertThat(MineJson.toBytes(emitted).length).isLessThan(4 * MAX_BYTES);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
