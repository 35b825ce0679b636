package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A minimal job with the source: reads, observes checkpoints and counts payloads.
 *
 * <p>It has no restart strategy, except for the failure that {@link CheckpointProbe} causes.
 *
 * @param group the name of the shared subscription and the first level of its topics
 * @param options the options of job and source
 */
record ReadingJob(
        String group, Configuration options, CheckpointProbe checkpoints, PayloadCounts seen) {

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Three sessions, parallelism two, five checkpoints per second. */
    static ReadingJob of(String group, int port) {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        options.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        options.set(MqttConnectionOptions.PORT, port);
        options.set(MqttSourceOptions.GROUP, group);
        options.set(MqttSourceOptions.TOPIC_FILTERS, List.of(group + "/v1/#"));
        options.set(MqttSourceOptions.SESSIONS, 3);
        options.set(MqttSourceOptions.INITIAL_BACKOFF, Duration.ofMillis(100));
        options.set(MqttSourceOptions.MAX_BACKOFF, Duration.ofSeconds(1));
        return new ReadingJob(group, options, CheckpointProbe.of(group), new PayloadCounts(group));
    }

    /** A copy with another value of one option. */
    <T> ReadingJob with(ConfigOption<T> option, T value) {
        Configuration changed = new Configuration(options);
        changed.set(option, value);
        return new ReadingJob(group, changed, checkpoints, seen);
    }

    /** A copy with another parallelism. */
    ReadingJob withParallelism(int readers) {
        return with(CoreOptions.DEFAULT_PARALLELISM, readers);
    }

    /** A copy that starts from a savepoint. */
    ReadingJob from(String savepoint) {
        return with(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }

    /** A copy that fails once and is restarted by Flink. */
    ReadingJob breaking(CheckpointProbe.FailureCondition when) {
        ReadingJob restarting =
                with(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                        .with(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
                        .with(
                                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY,
                                Duration.ofMillis(100));
        return new ReadingJob(
                group, restarting.options, CheckpointProbe.failing(group, when), seen);
    }

    /** A copy with its own counts, for several jobs of one group. */
    ReadingJob seenBy(PayloadCounts others) {
        return new ReadingJob(group, options, checkpoints, others);
    }

    /** Starts the job and waits until its subscription exists. */
    RunningJob start() throws Exception {
        RunningJob running = submit();
        awaitSubscription(options.get(MqttConnectionOptions.PORT));
        return running;
    }

    /** Starts the job without waiting. */
    RunningJob submit() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options);
        MqttSource source = MqttSource.builder().options(options).build(options);
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read MQTT")
                .uid("read-mqtt")
                .map(checkpoints)
                .name("Watch checkpoints")
                .uid("watch-checkpoints")
                .sinkTo(seen)
                .name("Count sightings")
                .uid("count-sightings");
        return new RunningJob(env.executeAsync(group));
    }

    /**
     * Waits until the subscription exists, by publishing probes: a broker keeps no message before.
     *
     * @param brokerPort the broker's port, if the job connects through a relay
     */
    void awaitSubscription(int brokerPort) {
        int before = seen.distinct();
        try (MinePublisher publisher = new MinePublisher(brokerPort)) {
            Awaiting.until(
                    BOUND,
                    () -> {
                        publisher.publish(topic(), "probe-" + UUID.randomUUID() + "-", 1);
                        return seen.distinct() > before;
                    },
                    () -> "no subscription of " + group);
        }
    }

    /** A topic that the job reads. */
    String topic() {
        return group + "/v1/haultruck/T1/telemetry";
    }
}
