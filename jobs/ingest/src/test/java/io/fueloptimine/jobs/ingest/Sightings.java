package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that counts how often each payload was seen, for jobs that run in this JVM. */
final class Sightings implements Sink<RawMessage> {

    private static final Map<String, Map<String, Integer>> BY_NAME = new ConcurrentHashMap<>();

    private final String name;

    Sightings(String name) {
        this.name = name;
    }

    /** Distinct payloads seen. */
    int distinct() {
        return counts().size();
    }

    /** Sightings beyond the first of each payload. */
    int repeats() {
        return counts().values().stream().mapToInt(count -> count - 1).sum();
    }

    boolean holdAll(String prefix, int count) {
        return IntStream.range(0, count).allMatch(i -> counts().containsKey(prefix + i));
    }

    void awaitAll(String prefix, int count) {
        await(
                Duration.ofSeconds(40),
                () -> holdAll(prefix, count),
                () -> missing(prefix, count) + " of " + prefix + " are missing");
    }

    private long missing(String prefix, int count) {
        return IntStream.range(0, count).filter(i -> !counts().containsKey(prefix + i)).count();
    }

    static void await(Duration bound, BooleanSupplier condition, Supplier<String> whatIsWrong) {
        long deadlineNs = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError(whatIsWrong.get() + " after " + bound);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public SinkWriter<RawMessage> createWriter(WriterInitContext context) {
        return new Writer(counts());
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
