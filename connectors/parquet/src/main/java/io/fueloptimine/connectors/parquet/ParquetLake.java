package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Creates the sinks of the Parquet lake. The files are {@code
 * <root>/{readings|windows|cycles}/date=YYYY-MM-DD/*.parquet}, in which the date is the day of the
 * event time (UTC). They are compressed with zstd; times are UTC timestamps without a zone.
 *
 * <p>Delivery is exactly once: a file gets its final name when the checkpoint that contains its
 * last record is complete. The name of a file that is being written begins with a dot and does not
 * end in {@code .parquet}. Every checkpoint creates one file for each subtask and each day with
 * records, so use a long checkpoint interval.
 */
public final class ParquetLake {

    private ParquetLake() {}

    /** The sink of readings of all streams. The date of a reading is that of its measurement. */
    public static Sink<Reading> readings(Path root) {
        return sink(root, "readings", LakeTables::readings, Reading::time);
    }

    /**
     * The sink of scored windows. Each revision of a window is a row; its date is that of the
     * window's start.
     */
    public static Sink<ScoredWindow> windows(Path root) {
        return sink(root, "windows", LakeTables::windows, scored -> scored.window().start());
    }

    /**
     * The sink of haul cycles. The date of a cycle is that of the time at which the truck's body
     * was empty.
     */
    public static Sink<HaulCycle> cycles(Path root) {
        return sink(root, "cycles", LakeTables::cycles, HaulCycle::emptyAt);
    }

    private static <T> Sink<T> sink(
            Path root,
            String name,
            SerializableSupplier<LakeTable<T>> table,
            SerializableFunction<T, Instant> eventTime) {
        ParquetWriterFactory<T> files =
                new ParquetWriterFactory<>(file -> LakeWriter.open(file, table));
        OpenDates openDates = new OpenDates();
        return FileSink.forBulkFormat(
                        new org.apache.flink.core.fs.Path(root.resolve(name).toUri()), files)
                .withBucketAssigner(new DateBucketAssigner<>(eventTime, openDates))
                .withRollingPolicy(new RollAtCheckpoint<>(openDates))
                .withOutputFileConfig(
                        OutputFileConfig.builder()
                                .withPartPrefix(name)
                                .withPartSuffix(".parquet")
                                .build())
                .build();
    }
}
