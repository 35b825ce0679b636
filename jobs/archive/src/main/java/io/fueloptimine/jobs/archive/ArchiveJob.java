package io.fueloptimine.jobs.archive;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.jobs.settings.JobStart;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.validate.DropRepeats;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job archive: writes readings, scored windows and haul cycles from Kafka to the Parquet lake, each
 * exactly once. Every checkpoint completes the open files, so a long checkpoint interval gives
 * large files.
 *
 * <p>Repeated readings are not written but counted in the metric {@code duplicates}. Readings that
 * are too old to check for repeats are not written but counted in the metric {@code tooOldToTell}.
 *
 * <p>If a file cannot be written, for example because the disk is full, the job restarts from its
 * last checkpoint until it can; Kafka keeps the records meanwhile.
 */
public final class ArchiveJob {

    /** The job's name in the web UI. */
    public static final String NAME = "FuelOptiMine archive";

    private static final Duration DISK_CHECK_INTERVAL = Duration.ofSeconds(20);

    private ArchiveJob() {}

    /** Starts the job with the options of {@link ArchiveOptions}. */
    public static void main(String[] arguments) throws Exception {
        ArchiveOptions options = JobStart.options(arguments, ArchiveOptions::parse);
        StreamExecutionEnvironment env = JobStart.environment(options.checkpointInterval());
        build(env, options);
        env.execute(NAME);
    }

    /** Builds the job graph from Kafka to the Parquet lake. */
    public static void build(StreamExecutionEnvironment env, ArchiveOptions options) {
        KafkaConnection kafka = options.kafka();
        String group = options.groupId();
        build(
                env,
                KafkaTopics.source(kafka, Topics.READINGS_VALID, group, Reading.class),
                KafkaTopics.source(kafka, Topics.FUEL_SCORES, group, ScoredWindow.class),
                KafkaTopics.source(kafka, Topics.HAUL_CYCLES, group, HaulCycle.class),
                ParquetLake.readings(options.lake()),
                ParquetLake.windows(options.lake()),
                ParquetLake.cycles(options.lake()));
        if (!options.sites().isEmpty()) {
            KafkaTopics.<ReportedSignal>output(kafka, Topics.ALERTS_SIGNALS)
                    .accept(
                            WatchDisk.of(
                                    env,
                                    options.lake(),
                                    options.sites(),
                                    options.minFreeBytes(),
                                    DISK_CHECK_INTERVAL));
        }
    }

    /** Builds the job graph from three sources to three tables of the Parquet lake. */
    public static void build(
            StreamExecutionEnvironment env,
            Source<Reading, ?, ?> readings,
            Source<ScoredWindow, ?, ?> windows,
            Source<HaulCycle, ?, ?> cycles,
            Sink<Reading> readingLake,
            Sink<ScoredWindow> windowLake,
            Sink<HaulCycle> cycleLake) {
        from(env, readings, "Valid readings", "valid-readings")
                .keyBy(DropDuplicates::keyOf)
                .process(new DropDuplicates())
                .uid("drop-repeated-readings")
                .name("Drop repeated readings")
                .sinkTo(readingLake)
                .uid("reading-lake")
                .name("Readings into the lake");
        from(env, windows, "Scored windows", "scored-windows")
                .keyBy(ScoredWindow::machineKey)
                .process(
                        new DropRepeats<>(
                                ArchiveJob::identityOf, scored -> scored.window().start()),
                        TypeInformation.of(ScoredWindow.class))
                .uid("drop-repeated-windows")
                .name("Drop repeated windows")
                .sinkTo(windowLake)
                .uid("window-lake")
                .name("Windows into the lake");
        from(env, cycles, "Haul cycles", "haul-cycles")
                .keyBy(HaulCycle::machineKey)
                .process(
                        new DropRepeats<>(HaulCycle::cycleId, HaulCycle::emptyAt),
                        TypeInformation.of(HaulCycle.class))
                .uid("drop-repeated-cycles")
                .name("Drop repeated cycles")
                .sinkTo(cycleLake)
                .uid("cycle-lake")
                .name("Cycles into the lake");
    }

    private static <T> DataStreamSource<T> from(
            StreamExecutionEnvironment env, Source<T, ?, ?> source, String name, String uid) {
        DataStreamSource<T> stream = env.fromSource(source, WatermarkStrategy.noWatermarks(), name);
        stream.uid(uid);
        return stream;
    }

    /**
     * Identifies a revision of a window by its number of readings, which grows with each revision.
     * The revision number is not usable: after a crash the scoring job counts revisions again from
     * its checkpoint, and one new revision can contain the readings of several earlier revisions.
     */
    static String identityOf(ScoredWindow scored) {
        return scored.window().start().toEpochMilli() + "/" + scored.window().readings();
    }
}
