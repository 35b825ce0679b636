package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Creates the readers, which use the same MQTT broker, Kafka server and Flink cluster. */
final class QueueReaders {

    private final int port;
    private final String filter;
    private final ReaderSettings settings;
    private final FlinkJobs flink;
    private final String kafka;

    /**
     * @param port the broker's port on the loopback address
     * @param site the site whose messages are read
     * @param kafka Kafka's bootstrap servers
     */
    QueueReaders(int port, String site, ReaderSettings settings, FlinkJobs flink, String kafka) {
        this.port = port;
        this.filter = site + "/v1/#";
        this.settings = settings;
        this.flink = flink;
        this.kafka = kafka;
    }

    /** Creates the sessions of all readers, so that the broker queues messages for each session. */
    void createSessions() {
        for (ReaderKind kind : ReaderKind.values()) {
            subscription(kind).createSessions();
        }
    }

    /** Starts a reader. */
    QueueReader open(ReaderKind kind, int round) {
        return switch (kind) {
            case RAW -> new RawClientReader(subscription(kind));
            case SOURCE -> sourceOnly(kind.group() + "-" + round);
            case TO_KAFKA -> sourceToKafka(kind.group() + "-" + round);
            case INGEST -> ingest(kind.group() + "-" + round);
        };
    }

    private SharedSubscription subscription(ReaderKind kind) {
        return new SharedSubscription(port, kind.group(), filter, settings.sessions());
    }

    private QueueReader sourceOnly(String job) {
        StreamExecutionEnvironment env = environment(job);
        CountingSink<RawMessage> sink = new CountingSink<>(job);
        env.fromSource(source(ReaderKind.SOURCE, env), WatermarkStrategy.noWatermarks(), "Messages")
                .uid("messages")
                .sinkTo(sink)
                .uid("count")
                .name("Count");
        return new FlinkJobReader(flink, flink.submit(job, env), sink::count);
    }

    /**
     * Creates a reader that writes the messages unchanged to Kafka. Its rate shows the cost of
     * source and sink without operators.
     */
    private QueueReader sourceToKafka(String job) {
        StreamExecutionEnvironment env = environment(job);
        env.fromSource(
                        source(ReaderKind.TO_KAFKA, env),
                        WatermarkStrategy.noWatermarks(),
                        "Messages")
                .uid("messages")
                .sinkTo(RawMessageSink.sink(kafka, Topics.READINGS_VALID))
                .uid("write")
                .name("Write to Kafka");
        TopicGrowth written = new TopicGrowth(kafka, Topics.READINGS_VALID);
        return new FlinkJobReader(flink, flink.submit(job, env), written::records, written::close);
    }

    /** Creates a reader with the same graph of job ingest as in {@code fuel local}. */
    private QueueReader ingest(String job) {
        StreamExecutionEnvironment env = environment(job);
        IngestJob.build(
                env,
                IngestSources.of(source(ReaderKind.INGEST, env))
                        .withSuites(
                                KafkaTopics.sourceFromEarliest(
                                        KafkaConnection.of(kafka),
                                        Topics.QUALITY_SUITES,
                                        job,
                                        SuiteUpdate.class)),
                ValidationSuite.shipped(),
                IngestOutputs.standard(KafkaConnection.of(kafka)));
        TopicGrowth valid = new TopicGrowth(kafka, Topics.READINGS_VALID);
        return new FlinkJobReader(flink, flink.submit(job, env), valid::records, valid::close);
    }

    private MqttSource source(ReaderKind kind, StreamExecutionEnvironment env) {
        return MqttSource.builder()
                .broker("127.0.0.1", port)
                .group(kind.group())
                .topicFilters(List.of(filter))
                .sessions(settings.sessions())
                .inflightWindow(settings.window())
                .build(env.getConfiguration());
    }

    private StreamExecutionEnvironment environment(String job) {
        Configuration overrides = new Configuration();
        overrides.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        overrides.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpoints());
        return flink.environment(job, overrides);
    }
}
