package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.broker.FlakyLink;
import io.fueloptimine.models.mine.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The MQTT source on a MiniCluster against the real broker in its own process. */
@Timeout(120)
class MqttSourceITCase {

    private static final int MESSAGES = 3_000;
    private static final int SESSIONS = 3;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(4)
                            .build());

    @TempDir static Path folder;

    private static BrokerProcess broker;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = startBrokerOn(0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void deliversEveryMessageOnceAcrossAStopWithSavepointAndARescale() throws Exception {
        Sightings seen = new Sightings("savepoint");
        JobClient first = start(job("savepoint", 2), "savepoint", seen);
        publish("savepoint", "before-", MESSAGES);
        seen.awaitAll("before-", MESSAGES);
        String savepoint = stop(first);

        publish("savepoint", "while-down-", MESSAGES);

        Configuration rescaled = job("savepoint", 1);
        rescaled.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        JobClient second = start(rescaled, "savepoint", seen);
        seen.awaitAll("while-down-", MESSAGES);
        publish("savepoint", "after-", MESSAGES);
        seen.awaitAll("after-", MESSAGES);
        stop(second);

        assertThat(seen.repeats()).isZero();
    }

    @Test
    void redeliversWhatWasNotAcknowledgedWhenTheJobCrashes() throws Exception {
        Sightings seen = new Sightings("crash");
        FailsOnce.seen.set(0);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(job("crash", 2));
        env.fromSource(
                        source(env, "crash", broker.port()),
                        WatermarkStrategy.noWatermarks(),
                        "Read MQTT")
                .uid("read-mqtt")
                .map(new FailsOnce(MESSAGES / 2))
                .name("Fail once")
                .uid("fail-once")
                .sinkTo(seen)
                .name("Count sightings")
                .uid("count-sightings");
        JobClient crashing = env.executeAsync("crash");
        awaitSubscription("crash", broker.port(), seen);
        publish("crash", "reading-", MESSAGES);
        seen.awaitAll("reading-", MESSAGES);
        stop(crashing);

        assertThat(seen.repeats()).isPositive();
    }

    @Test
    void recoversWhenEveryConnectionIsCut() throws Exception {
        Sightings seen = new Sightings("cut");
        try (FlakyLink link = new FlakyLink(broker.port())) {
            JobClient running = start(job("cut", 2), "cut", seen, link.port());
            awaitSubscription("cut", broker.port(), seen);
            publish("cut", "first-", MESSAGES);
            seen.awaitAll("first-", MESSAGES / 2);
            link.cutAll();
            publish("cut", "second-", MESSAGES);
            seen.awaitAll("first-", MESSAGES);
            seen.awaitAll("second-", MESSAGES);
            assertThat(link.acceptedConnections()).isEqualTo(2 * SESSIONS);
            stop(running);
        }
    }

    @Test
    void survivesAKilledBroker() throws Exception {
        Sightings seen = new Sightings("killed");
        Path data = folder.resolve("killed-broker");
        BrokerProcess mortal = startBrokerOn(0, data);
        int port = mortal.port();
        JobClient running = start(job("killed", 2), "killed", seen, port);
        awaitSubscription("killed", port, seen);
        publish(port, "killed", "first-", MESSAGES);
        mortal.kill();
        try (BrokerProcess risen = startBrokerOn(port, data)) {
            publish(risen.port(), "killed", "second-", MESSAGES);
            seen.awaitAll("first-", MESSAGES);
            seen.awaitAll("second-", MESSAGES);
            stop(running);
        }
    }

    @Test
    void failsTheJobWhenAnotherTakesItsSession() throws Exception {
        Sightings seen = new Sightings("taken");
        JobClient running = start(job("taken", 1), "taken", seen);
        publish("taken", "reading-", 10);
        seen.awaitAll("reading-", 10);

        // The same group read by a second job is a mistake that must not go unnoticed.
        JobClient second = start(job("taken", 1), "taken", seen);

        assertThatThrownBy(() -> running.getJobExecutionResult().get(30, TimeUnit.SECONDS))
                .hasStackTraceContaining("SESSION_TAKEN_OVER");
        stop(second);
    }

    private static JobClient start(Configuration configuration, String group, Sightings seen)
            throws Exception {
        JobClient started = start(configuration, group, seen, broker.port());
        awaitSubscription(group, broker.port(), seen);
        return started;
    }

    private static JobClient start(
            Configuration configuration, String group, Sightings seen, int port) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.fromSource(source(env, group, port), WatermarkStrategy.noWatermarks(), "Read MQTT")
                .uid("read-mqtt")
                .sinkTo(seen)
                .name("Count sightings")
                .uid("count-sightings");
        return env.executeAsync(group);
    }

    /** A broker keeps nothing for a subscription that was not yet made; each probe is its own. */
    private static void awaitSubscription(String group, int port, Sightings seen) {
        int before = seen.distinct();
        Sightings.await(
                Duration.ofSeconds(30),
                () -> {
                    publish(port, group, "probe-" + UUID.randomUUID(), 1);
                    return seen.distinct() > before;
                },
                () -> "no subscription of " + group);
    }

    private static MqttSource source(StreamExecutionEnvironment env, String group, int port) {
        return MqttSource.builder()
                .broker("127.0.0.1", port)
                .group(group)
                .topicFilters(List.of(group + "/v1/#"))
                .sessions(SESSIONS)
                .backoff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .build(env.getConfiguration());
    }

    /** A job that fails at its first fault, but for the one that is broken on purpose. */
    private static Configuration job(String group, int parallelism) {
        Configuration job = new Configuration();
        job.set(PipelineOptions.GENERIC_TYPES, false);
        job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        job.set(org.apache.flink.configuration.CoreOptions.DEFAULT_PARALLELISM, parallelism);
        boolean restarts = group.equals("crash");
        job.set(RestartStrategyOptions.RESTART_STRATEGY, restarts ? "fixed-delay" : "none");
        job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        return job;
    }

    private static String stop(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false,
                        folder.resolve("savepoints").toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get(30, TimeUnit.SECONDS);
    }

    private static void publish(String group, String prefix, int count) {
        publish(broker.port(), group, prefix, count);
    }

    private static void publish(int port, String group, String prefix, int count) {
        try (MinePublisher publisher = new MinePublisher(port)) {
            publisher.publish(group + "/v1/haultruck/T1/telemetry", prefix, count);
        }
    }

    private static BrokerProcess startBrokerOn(int port) throws IOException {
        return startBrokerOn(port, folder.resolve("broker"));
    }

    private static BrokerProcess startBrokerOn(int port, Path data) throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(Path.of("..", "broker", "target")),
                port,
                data,
                BrokerSettings.DEFAULT.withHeapMib(256));
    }

    /** Breaks the job at the nth message, the first time it comes by. */
    private static final class FailsOnce implements MapFunction<RawMessage, RawMessage> {

        private static final AtomicInteger seen = new AtomicInteger();

        private final int nth;

        private FailsOnce(int nth) {
            this.nth = nth;
        }

        @Override
        public RawMessage map(RawMessage message) {
            if (seen.incrementAndGet() == nth) {
                throw new IllegalStateException("broken on purpose");
            }
            return message;
        }
    }
}
