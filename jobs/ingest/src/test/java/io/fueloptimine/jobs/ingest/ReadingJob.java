package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.mqtt.MqttSource;
import java.time.Duration;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
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
 * @param group the shared subscription, the sessions' names, and the first level of its topics
 * @param savepoint where to begin; empty for a start from nothing
 */
record ReadingJob(
        String group,
        int port,
        int sessions,
        int parallelism,
        Duration checkpointInterval,
        String savepoint,
        Checkpoints checkpoints,
        Sightings seen) {

    private static final Duration BOUND = Duration.ofSeconds(30);

    /** Three sessions, two readers, five checkpoints a second. */
    static ReadingJob of(String group, int port) {
        return new ReadingJob(
                group,
                port,
                3,
                2,
                Duration.ofMillis(200),
                "",
                Checkpoints.of(group),
                new Sightings(group));
    }

    ReadingJob withPort(int other) {
        return new ReadingJob(
                group,
                other,
                sessions,
                parallelism,
                checkpointInterval,
                savepoint,
                checkpoints,
                seen);
    }

    ReadingJob withSessions(int count) {
        return new ReadingJob(
                group, port, count, parallelism, checkpointInterval, savepoint, checkpoints, seen);
    }

    ReadingJob withParallelism(int readers) {
        return new ReadingJob(
                group, port, sessions, readers, checkpointInterval, savepoint, checkpoints, seen);
    }

    ReadingJob withCheckpointsEvery(Duration interval) {
        return new ReadingJob(
                group, port, sessions, parallelism, interval, savepoint, checkpoints, seen);
    }

    ReadingJob from(String path) {
        return new ReadingJob(
                group, port, sessions, parallelism, checkpointInterval, path, checkpoints, seen);
    }

    ReadingJob with(Checkpoints others) {
        return new ReadingJob(
                group, port, sessions, parallelism, checkpointInterval, savepoint, others, seen);
    }

    /** Starts it and waits until the broker knows its subscription. */
    RunningJob start() throws Exception {
        RunningJob running = submit();
        awaitSubscription(port);
        return running;
    }

    /** Starts it and does not wait. */
    RunningJob submit() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration());
        env.fromSource(source(env), WatermarkStrategy.noWatermarks(), "Read MQTT")
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

    private MqttSource source(StreamExecutionEnvironment env) {
        return MqttSource.builder()
                .broker("127.0.0.1", port)
                .group(group)
                .topicFilter(group + "/v1/#")
                .sessions(sessions)
                .backoff(Duration.ofMillis(100), Duration.ofSeconds(1))
                .build(env.getConfiguration());
    }

    private Configuration configuration() {
        Configuration job = new Configuration();
        job.set(PipelineOptions.GENERIC_TYPES, false);
        job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        job.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        boolean breaks = checkpoints.canBreak();
        job.set(RestartStrategyOptions.RESTART_STRATEGY, breaks ? "fixed-delay" : "none");
        job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        if (!savepoint.isEmpty()) {
            job.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        return job;
    }
}
