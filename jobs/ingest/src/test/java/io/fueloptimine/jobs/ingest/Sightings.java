package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that counts how often each payload was seen, for jobs that run in this JVM. */
final class Sightings implements Sink<RawMessage> {

    private static final Map<String, Map<String, Integer>> BY_NAME = new ConcurrentHashMap<>();
    private static final Duration BOUND = Duration.ofSeconds(40);

    private final String name;

    Sightings(String name) {
        this.name = name;
    }

    /** Distinct payloads seen. */
    int distinct() {
        return counts().size();
    }

    /** Distinct payloads seen whose text begins so. */
    long distinct(String prefix) {
        return counts().keySet().stream().filter(payload -> payload.startsWith(prefix)).count();
    }

    /** Sightings beyond the first of each payload. */
    int repeats() {
        return repeats("");
    }

    /** Sightings beyond the first of each payload whose text begins so. */
    int repeats(String prefix) {
        return counts().entrySet().stream()
                .filter(seen -> seen.getKey().startsWith(prefix))
                .mapToInt(seen -> seen.getValue() - 1)
                .sum();
    }

    void awaitAll(String prefix, int count) {
        Waiting.until(
                BOUND,
                () -> missing(prefix, count) == 0,
                () -> missing(prefix, count) + " of " + prefix + " are missing");
    }

    /** Waits for so many payloads that were not seen before. */
    void awaitMore(String prefix, int count) {
        long enough = distinct(prefix) + count;
        Waiting.until(
                BOUND,
                () -> distinct(prefix) >= enough,
                () -> "only " + distinct(prefix) + " of " + prefix + " were seen");
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
