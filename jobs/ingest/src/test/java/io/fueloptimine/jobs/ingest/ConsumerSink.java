package io.fueloptimine.jobs.ingest;

import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A sink that passes each element to a consumer in the same JVM.
 *
 * @param <T> the element type
 */
record ConsumerSink<T>(SerializableFunction<WriterInitContext, Consumer<T>> consumer)
        implements Sink<T> {

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(consumer.apply(context));
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
