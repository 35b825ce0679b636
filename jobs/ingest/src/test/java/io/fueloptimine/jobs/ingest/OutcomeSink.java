package io.fueloptimine.jobs.ingest;

import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A sink that tells each element to a place of the same JVM and keeps none.
 *
 * @param <T> the element
 */
record OutcomeSink<T>(SerializableFunction<WriterInitContext, Consumer<T>> place)
        implements Sink<T> {

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(place.apply(context));
    }

    private record Writer<T>(Consumer<T> place) implements SinkWriter<T> {

        @Override
        public void write(T element, Context context) {
            place.accept(element);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
