package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.alarms.AlarmsOutputs;
import io.fueloptimine.jobs.alarms.AlarmsSettings;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOutputs;
import io.fueloptimine.jobs.fuel.FuelSettings;
import io.fueloptimine.jobs.fuel.FuelSources;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The jobs as they run on the live stream, with Kafka between them. */
final class LiveStream {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaConnection kafka;
    private final MineSites mines;
    private final Path registry;
    private final Path folder;

    LiveStream(KafkaConnection kafka, MineSites mines, Path registry, Path folder) {
        this.kafka = kafka;
        this.mines = mines;
        this.registry = registry;
        this.folder = folder;
    }

    /** Sends messages through all jobs at a rate; returns when all rows are written. */
    void run(List<RawMessage> messages, double perSecond, SqlConnection sql, Path lake)
            throws Exception {
        SqlMigrations.migrate(sql);
        JobClient alarms = alarms("live", sql);
        JobClient fuel =
                start(
                        env ->
                                FuelJob.build(
                                        env,
                                        fuelSources("live"),
                                        FuelSettings.of(mines, registry),
                                        FuelOutputs.standard(kafka, sql)));
        JobClient archive =
                start(
                        env ->
                                ArchiveJob.build(
                                        env,
                                        KafkaTopics.source(
                                                kafka,
                                                Topics.READINGS_VALID,
                                                "live-archive",
                                                Reading.class),
                                        KafkaTopics.source(
                                                kafka,
                                                Topics.FUEL_SCORES,
                                                "live-archive",
                                                ScoredWindow.class),
                                        KafkaTopics.source(
                                                kafka,
                                                Topics.HAUL_CYCLES,
                                                "live-archive",
                                                HaulCycle.class),
                                        ParquetLake.readings(lake),
                                        ParquetLake.windows(lake),
                                        ParquetLake.cycles(lake)));
        start(env -> ingest(env, messages, perSecond)).getJobExecutionResult().get();
        awaitRead("live-fuel", Topics.READINGS_VALID);
        stop(fuel);
        awaitRead("live-alarms", Topics.READINGS_VALID);
        awaitRead("live-alarms", Topics.FUEL_SCORES);
        stop(alarms);
        awaitRead("live-archive", Topics.FUEL_SCORES);
        stop(archive);
    }

    /**
     * Runs jobs fuel and alarms over the topics, which already contain what job fuel wrote, from
     * their beginning, as fast as they can.
     */
    void replay(SqlConnection sql) throws Exception {
        SqlMigrations.migrate(sql);
        JobClient fuel =
                start(
                        env ->
                                FuelJob.build(
                                        env,
                                        fuelSources("replay"),
                                        FuelSettings.of(mines, registry),
                                        SqlOutputs.fuel(sql)));
        awaitRead("replay-fuel", Topics.READINGS_VALID);
        stop(fuel);
        JobClient alarms = alarms("replay", sql);
        awaitRead("replay-alarms", Topics.READINGS_VALID);
        awaitRead("replay-alarms", Topics.FUEL_SCORES);
        stop(alarms);
    }

    private JobClient alarms(String group, SqlConnection sql) throws Exception {
        AlarmsOptions options =
                new AlarmsOptions(
                        kafka,
                        group + "-alarms",
                        AlarmsSettings.of(mines, registry),
                        sql,
                        Duration.ofSeconds(1));
        AlarmsOutputs outputs = group.equals("live") ? options.outputs() : SqlOutputs.alarms(sql);
        return start(env -> AlarmsJob.build(env, options.sources(), options.settings(), outputs));
    }

    private FuelSources fuelSources(String group) {
        return new FuelSources(
                KafkaTopics.source(kafka, Topics.READINGS_VALID, group + "-fuel", Reading.class),
                KafkaTopics.source(
                        kafka, Topics.MODELS_CHAMPION, group + "-fuel", ModelAnnouncement.class));
    }

    private void ingest(
            StreamExecutionEnvironment env, List<RawMessage> messages, double perSecond) {
        ArrayList<byte[]> all = new ArrayList<>();
        messages.forEach(message -> all.add(MineJson.toBytes(message)));
        Source<RawMessage, ?, ?> source =
                new DataGeneratorSource<>(
                        index -> MineJson.fromBytes(all.get(index.intValue()), RawMessage.class),
                        all.size(),
                        RateLimiterStrategy.perSecond(perSecond),
                        TypeInformation.of(RawMessage.class));
        IngestJob.build(
                env,
                IngestSources.of(source),
                ValidationSuite.shipped(),
                mines,
                IngestOutputs.standard(kafka));
    }

    private JobClient start(Consumer<StreamExecutionEnvironment> graph) throws Exception {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
        graph.accept(env);
        return env.executeAsync();
    }

    private void stop(JobClient job) throws Exception {
        job.stopWithSavepoint(true, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until a checkpoint of the group contains the end of the topic. */
    private void awaitRead(String group, String topic) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            while (true) {
                long end =
                        admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                                .partitionResult(partition)
                                .get()
                                .offset();
                OffsetAndMetadata read =
                        admin.listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .get(partition);
                if (read != null && read.offset() >= end) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(group + " has read " + read + " of " + end);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }
}
