package io.fueloptimine.jobs.backfill.stream;

import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that passes its records to a consumer in this process. */
final class TopicSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key the key of the consumer in {@link ProcessTopics}
     */
    TopicSink(String key) {
        this.key = key;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(ProcessTopics.consumer(key));
    }

    private record Writer<T>(Consumer<T> consumer) implements SinkWriter<T> {

        @Override
        public void write(T element, Context context) {
            consumer.accept(element);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
