package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ScoredWindow;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Sinks of the lake: {@code <root>/{readings|windows|cycles}/date=YYYY-MM-DD/*.parquet}, days by
 * event time (UTC), compressed with zstd, times as UTC timestamps without a zone.
 *
 * <p>Exactly once: a file gets its final name when the checkpoint that contains its last record is
 * complete. The name of a file that is being written begins with a dot and does not end in {@code
 * .parquet}. Every checkpoint creates a file per day and subtask with records, so use a long
 * checkpoint interval.
 */
public final class ParquetLake {

    private ParquetLake() {}

    /** Readings of all streams, by the time they were measured. */
    public static Sink<Reading> readings(Path root) {
        return sink(root, "readings", LakeTables::readings, Reading::time);
    }

    /** Scored windows, each revision a row, by the window's start. */
    public static Sink<ScoredWindow> windows(Path root) {
        return sink(root, "windows", LakeTables::windows, scored -> scored.window().start());
    }

    /** Haul cycles, by the time the body was empty. */
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
        return FileSink.forBulkFormat(
                        new org.apache.flink.core.fs.Path(root.resolve(name).toUri()), files)
                .withBucketAssigner(new DateBucketAssigner<>(eventTime))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(
                        OutputFileConfig.builder()
                                .withPartPrefix(name)
                                .withPartSuffix(".parquet")
                                .build())
                .build();
    }
}
