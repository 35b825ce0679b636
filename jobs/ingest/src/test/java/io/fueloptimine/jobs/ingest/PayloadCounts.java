package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that counts each payload, for jobs that run in this JVM. */
final class PayloadCounts implements Sink<RawMessage> {

    private static final Map<String, Map<String, Integer>> BY_NAME = new ConcurrentHashMap<>();
    private static final Duration BOUND = Duration.ofSeconds(40);

    private final String name;

    PayloadCounts(String name) {
        this.name = name;
    }

    /** The number of different payloads. */
    int distinct() {
        return counts().size();
    }

    /** The number of different payloads with this prefix. */
    long distinct(String prefix) {
        return counts().keySet().stream().filter(payload -> payload.startsWith(prefix)).count();
    }

    /** The number of repeated payloads. */
    int repeats() {
        return repeats("");
    }

    /** The number of repeated payloads with this prefix. */
    int repeats(String prefix) {
        return counts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToInt(entry -> entry.getValue() - 1)
                .sum();
    }

    void awaitAll(String prefix, int count) {
        Awaiting.until(
                BOUND,
                () -> missing(prefix, count) == 0,
                () -> missing(prefix, count) + " of " + prefix + " are missing");
    }

    /** Waits for this many new payloads. */
    void awaitMore(String prefix, int count) {
        long expected = distinct(prefix) + count;
        Awaiting.until(
                BOUND,
                () -> distinct(prefix) >= expected,
                () -> "only " + distinct(prefix) + " of " + prefix + " arrived");
    }

    @Override
    public SinkWriter<RawMessage> createWriter(WriterInitContext context) {
        return new Writer(counts());
    }

    private long missing(String prefix, int count) {
        return IntStream.range(0, count).filter(i -> !counts().containsKey(prefix + i)).count();
    }

    private Map<String, Integer> counts() {
        return BY_NAME.computeIfAbsent(name, unused -> new ConcurrentHashMap<>());
    }

    private record Writer(Map<String, Integer> counts) implements SinkWriter<RawMessage> {

        @Override
        public void write(RawMessage message, Context context) {
            counts.merge(new String(message.payload(), StandardCharsets.UTF_8), 1, Integer::sum);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
