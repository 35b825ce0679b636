package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.quality.suite.ValidationSuite;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.util.List;

/** Opens the contenders on one broker, one Kafka and one Flink cluster. */
final class Readers {

    private final int port;
    private final String filter;
    private final Load load;
    private final FlinkJobs flink;
    private final String kafka;

    /**
     * @param port of the broker, on the loopback address
     * @param site whose messages are read
     * @param kafka Kafka's bootstrap servers
     */
    Readers(int port, String site, Load load, FlinkJobs flink, String kafka) {
        this.port = port;
        this.filter = site + "/v1/#";
        this.load = load;
        this.flink = flink;
        this.kafka = kafka;
    }

    /** Makes the sessions of all contenders, so that the broker keeps messages for each. */
    void reserve() {
        for (Contender contender : Contender.values()) {
            subscription(contender).reserve();
        }
    }

    /** Begins to read. */
    Reader open(Contender contender, int round) {
        return switch (contender) {
            case RAW -> new RawReader(subscription(contender));
            case SOURCE -> sourceAlone(contender.group() + "-" + round);
            case TO_KAFKA -> sourceToKafka(contender.group() + "-" + round);
            case INGEST -> ingest(contender.group() + "-" + round);
        };
    }

    private SharedSubscription subscription(Contender contender) {
        return new SharedSubscription(port, contender.group(), filter, load.sessions());
    }

    private Reader sourceAlone(String job) {
        StreamExecutionEnvironment env = environment(job);
        CountingSink<RawMessage> sink = new CountingSink<>(job);
        env.fromSource(source(Contender.SOURCE, env), WatermarkStrategy.noWatermarks(), "Messages")
                .uid("messages")
                .sinkTo(sink)
                .uid("count")
                .name("Count");
        return new JobReader(flink, flink.submit(job, env), sink::count);
    }

    /**
     * The messages as they came, kept in Kafka: what the two edges cost without what lies between.
     */
    private Reader sourceToKafka(String job) {
        StreamExecutionEnvironment env = environment(job);
        env.fromSource(
                        source(Contender.TO_KAFKA, env),
                        WatermarkStrategy.noWatermarks(),
                        "Messages")
                .uid("messages")
                .sinkTo(AsTheyCame.sink(kafka, Topics.READINGS_VALID))
                .uid("keep")
                .name("Keep");
        TopicGrowth kept = new TopicGrowth(kafka, Topics.READINGS_VALID);
        return new JobReader(flink, flink.submit(job, env), kept::records, kept::close);
    }

    /** The graph that {@code fuel local} runs. */
    private Reader ingest(String job) {
        StreamExecutionEnvironment env = environment(job);
        IngestJob.build(
                env,
                IngestSources.of(source(Contender.INGEST, env))
                        .withSuites(
                                KafkaTopics.fromBeginning(
                                        KafkaConnection.of(kafka),
                                        Topics.QUALITY_SUITES,
                                        job,
                                        SuiteUpdate.class)),
                ValidationSuite.shipped(),
                IngestOutputs.standard(KafkaConnection.of(kafka)));
        TopicGrowth valid = new TopicGrowth(kafka, Topics.READINGS_VALID);
        return new JobReader(flink, flink.submit(job, env), valid::records, valid::close);
    }

    private MqttSource source(Contender contender, StreamExecutionEnvironment env) {
        return MqttSource.builder()
                .broker("127.0.0.1", port)
                .group(contender.group())
                .topicFilters(List.of(filter))
                .sessions(load.sessions())
                .inflightWindow(load.window())
                .build(env.getConfiguration());
    }

    private StreamExecutionEnvironment environment(String job) {
        Configuration own = new Configuration();
        own.set(CoreOptions.DEFAULT_PARALLELISM, load.parallelism());
        own.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, load.checkpoints());
        return flink.environment(job, own);
    }
}
