package io.fueloptimine.jobs.local;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.jobs.analytics.AnalyticsJob;
import io.fueloptimine.jobs.analytics.AnalyticsOutputs;
import io.fueloptimine.jobs.analytics.AnalyticsSettings;
import io.fueloptimine.jobs.analytics.AnalyticsSources;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.RunningStack;
import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Wires the four jobs to the brokers, tables and folders of a run. */
public final class JobWiring {

    static final String INGEST = "FuelOptiMine ingest";
    static final String ANALYTICS = "FuelOptiMine analytics";
    static final String ARCHIVE = "FuelOptiMine archive";
    static final String CABS = "FuelOptiMine cabs";
    public static final String ANALYTICS_GROUP = "fuel-analytics";
    public static final String ARCHIVE_GROUP = "fuel-archive";
    static final String CABS_GROUP = "fuel-cabs";
    static final int MQTT_SESSIONS = 4;

    private static final String INGEST_GROUP = "fuel-ingest";

    /** A few assignments a second: one subtask does, and takes one slot. */
    private static final int CABS_PARALLELISM = 1;

    private static final Duration CABS_CHECKPOINTS = Duration.ofSeconds(1);

    private final RunningStack stack;
    private final JobSettings settings;

    public JobWiring(RunningStack stack, JobSettings settings) {
        this.stack = stack;
        this.settings = settings;
    }

    /** Submits all four; they go on from their last stop. */
    public StreamingJobs submit(TopicMonitor counts) {
        return new StreamingJobs(stack.flink(), counts, ingest(), analytics(), archive(), cabs());
    }

    private RunningJob ingest() {
        StreamExecutionEnvironment env = environment(INGEST, settings.checkpoints().ingest());
        MqttSource messages =
                MqttSource.builder()
                        .broker("127.0.0.1", stack.mqttPort())
                        .group(INGEST_GROUP)
                        .topicFilters(Topics.mqttFilters(settings.topicSite()))
                        .sessions(MQTT_SESSIONS)
                        .inflightWindow(BrokerSettings.DEFAULT.inflightWindow())
                        .build(env.getConfiguration());
        IngestJob.build(
                env,
                IngestSources.of(messages)
                        .withSuites(
                                KafkaTopics.sourceFromEarliest(
                                        KafkaConnection.of(stack.bootstrapServers()),
                                        Topics.QUALITY_SUITES,
                                        INGEST_GROUP + "-suites",
                                        SuiteUpdate.class)),
                ValidationSuite.shipped(),
                IngestOutputs.standard(KafkaConnection.of(stack.bootstrapServers())));
        return stack.flink().submit(INGEST, env);
    }

    private RunningJob analytics() {
        StreamExecutionEnvironment env = environment(ANALYTICS, settings.checkpoints().analytics());
        AnalyticsJob.build(
                env,
                new AnalyticsSources(
                        source(Topics.READINGS_VALID, ANALYTICS_GROUP, Reading.class),
                        source(Topics.FUEL_QUALITY, ANALYTICS_GROUP, QualityRecord.class),
                        source(Topics.MODELS_CHAMPION, ANALYTICS_GROUP, ModelAnnouncement.class),
                        KafkaTopics.sourceFromEarliest(
                                KafkaConnection.of(stack.bootstrapServers()),
                                Topics.QUALITY_SUITES,
                                ANALYTICS_GROUP + "-suites",
                                SuiteUpdate.class)),
                AnalyticsSettings.of(settings.mine(), settings.registry()),
                AnalyticsOutputs.standard(
                        KafkaConnection.of(stack.bootstrapServers()), stack.sql()));
        return stack.flink().submit(ANALYTICS, env);
    }

    private RunningJob archive() {
        StreamExecutionEnvironment env = environment(ARCHIVE, settings.checkpoints().archive());
        Path lake = stack.data().lake();
        ArchiveJob.build(
                env,
                source(Topics.READINGS_VALID, ARCHIVE_GROUP, Reading.class),
                source(Topics.FUEL_SCORES, ARCHIVE_GROUP, ScoredWindow.class),
                source(Topics.HAUL_CYCLES, ARCHIVE_GROUP, HaulCycle.class),
                ParquetLake.readings(lake),
                ParquetLake.windows(lake),
                ParquetLake.cycles(lake));
        return stack.flink().submit(ARCHIVE, env);
    }

    private RunningJob cabs() {
        StreamExecutionEnvironment env =
                environment(CABS, CABS_CHECKPOINTS).setParallelism(CABS_PARALLELISM);
        CabsJob.build(
                env,
                KafkaTopics.sourceFromLatest(
                        KafkaConnection.of(stack.bootstrapServers()),
                        Topics.DISPATCH_ASSIGNMENTS,
                        CABS_GROUP,
                        AssignmentMessage.class),
                settings.mine().site(),
                MqttSink.<OutgoingMessage>builder(message -> message)
                        .broker("127.0.0.1", stack.mqttPort())
                        .clientId(CABS_GROUP)
                        .build());
        return stack.flink().submit(CABS, env);
    }

    private StreamExecutionEnvironment environment(String job, Duration checkpoints) {
        Configuration own = new Configuration();
        own.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        own.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
        return stack.flink().environment(job, own);
    }

    private <T> KafkaSource<T> source(String topic, String group, Class<T> type) {
        return KafkaTopics.source(KafkaConnection.of(stack.bootstrapServers()), topic, group, type);
    }
}
