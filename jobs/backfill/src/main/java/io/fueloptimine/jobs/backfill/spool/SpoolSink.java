package io.fueloptimine.jobs.backfill.spool;

import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * A sink that writes to a {@link Spool}. Records are on disk before each checkpoint. After a
 * restart, records since the checkpoint are written again; the spool drops the repeats, because a
 * job writes the same records again.
 */
public final class SpoolSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private final SerializableSupplier<Spool<T>> spool;

    private SpoolSink(SerializableSupplier<Spool<T>> spool) {
        this.spool = spool;
    }

    /**
     * An output of a job that writes to a spool.
     *
     * @param name the name of the step in the job graph
     */
    public static <T> Consumer<DataStream<T>> output(
            String name, SerializableSupplier<Spool<T>> spool) {
        return stream ->
                stream.sinkTo(new SpoolSink<>(spool))
                        .uid("spool-" + name)
                        .name("Spool " + name)
                        .setParallelism(1);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(spool.get().writer());
    }

    private record Writer<T>(SpoolWriter<T> spool) implements SinkWriter<T> {

        @Override
        public void write(T element, Context context) {
            spool.add(element);
        }

        @Override
        public void flush(boolean endOfInput) {
            spool.flush();
        }

        @Override
        public void close() {}
    }
}
