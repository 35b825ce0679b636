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
 * The smallest job around the source: reads, watches the checkpoints, counts what it saw.
 *
 * <p>Fails at its first fault, but for the one that {@link Checkpoints} makes on purpose.
 *
 * @param group the shared subscription, and the first level of its topics
 * @param options the job's and the source's together
 */
record ReadingJob(String group, Configuration options, Checkpoints checkpoints, Sightings seen) {

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Three sessions, two readers, five checkpoints a second. */
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
        return new ReadingJob(group, options, Checkpoints.of(group), new Sightings(group));
    }

    /** The same with another value of one option. */
    <T> ReadingJob with(ConfigOption<T> option, T value) {
        Configuration changed = new Configuration(options);
        changed.set(option, value);
        return new ReadingJob(group, changed, checkpoints, seen);
    }

    /** The same on other readers. */
    ReadingJob withParallelism(int readers) {
        return with(CoreOptions.DEFAULT_PARALLELISM, readers);
    }

    /** The same, begun where a savepoint ends. */
    ReadingJob from(String savepoint) {
        return with(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }

    /** The same, broken once and restarted by Flink. */
    ReadingJob breaking(Checkpoints.Break when) {
        ReadingJob restarting =
                with(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                        .with(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
                        .with(
                                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY,
                                Duration.ofMillis(100));
        return new ReadingJob(group, restarting.options, Checkpoints.breaking(group, when), seen);
    }

    /** The same, told apart from others that read this group. */
    ReadingJob seenBy(Sightings others) {
        return new ReadingJob(group, options, checkpoints, others);
    }

    /** Starts it and waits until the broker knows its subscription. */
    RunningJob start() throws Exception {
        RunningJob running = submit();
        awaitSubscription(options.get(MqttConnectionOptions.PORT));
        return running;
    }

    /** Starts it and does not wait. */
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
     * A broker keeps nothing for a subscription that was not yet made; each probe is its own.
     *
     * @param brokerPort the broker's own port, where the job's is a flaky link to it
     */
    void awaitSubscription(int brokerPort) {
        int before = seen.distinct();
        try (MinePublisher publisher = new MinePublisher(brokerPort)) {
            Waiting.until(
                    BOUND,
                    () -> {
                        publisher.publish(topic(), "probe-" + UUID.randomUUID() + "-", 1);
                        return seen.distinct() > before;
                    },
                    () -> "no subscription of " + group);
        }
    }

    /** A topic that it reads. */
    String topic() {
        return group + "/v1/haultruck/T1/telemetry";
    }
}
