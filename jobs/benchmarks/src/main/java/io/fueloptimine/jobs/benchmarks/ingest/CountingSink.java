package io.fueloptimine.jobs.benchmarks.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that counts its elements and discards them, for jobs in this process. Flink serializes
 * sinks; all copies of a sink therefore use a common counter, which they find by its name in a
 * static map.
 */
final class CountingSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

    private final String name;

    /**
     * @param name a unique name of the counter
     */
    CountingSink(String name) {
        this.name = name;
    }

    /** The number of elements that all copies of the sink have received. */
    long count() {
        return adder().sum();
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        LongAdder count = adder();
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context ignored) {
                count.increment();
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }

    private LongAdder adder() {
        return COUNTS.computeIfAbsent(name, key -> new LongAdder());
    }
}
