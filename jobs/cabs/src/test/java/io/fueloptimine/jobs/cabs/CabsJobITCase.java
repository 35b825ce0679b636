package io.fueloptimine.jobs.cabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Assignments through the job to the real broker in its own process, and on to tablets. */
@Timeout(120)
class CabsJobITCase {

    private static final int TRUCKS = 5;
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final String ALL = Topics.assignments("pit");

    /** Shared with the job's tasks, which run in this JVM. */
    private static final AtomicLong GENERATED = new AtomicLong();

    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @TempDir Path folder;

    @BeforeEach
    void forget() {
        GENERATED.set(0);
        FAILED.set(false);
    }

    @Test
    void aTabletThatComesLaterFindsItsNewestAssignmentAndHowLongItIsValid() throws Exception {
        int assignments = 40;
        try (BrokerProcess broker = startBrokerOn(0)) {
            JobClient job =
                    start(broker.port(), source(CabsJobITCase::assignment, assignments, 10_000));
            job.getJobExecutionResult().get(60, TimeUnit.SECONDS);

            try (Tablet late = Tablet.connect(broker.port(), "late").subscribe(ALL)) {
                List<Mqtt5Publish> found = late.awaitMessages(TRUCKS);

                assertThat(found).hasSize(TRUCKS).allMatch(Mqtt5Publish::isRetain);
                assertThat(found)
                        .extracting(publish -> new String(publish.getPayloadAsBytes()))
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(assignments - TRUCKS, assignments)
                                        .mapToObj(n -> MineJson.toBytes(assignment(n)))
                                        .map(String::new)
                                        .toList());
                assertThat(found)
                        .extracting(publish -> publish.getMessageExpiryInterval().orElse(0))
                        .allMatch(s -> s > 0 && s <= VALIDITY.toSeconds());
            }
        }
    }

    @Test
    void losesNothingWhenTheBrokerIsKilledAndTheJobFailsOnTopOfIt() throws Exception {
        int assignments = 1_500;
        BrokerProcess mortal = startBrokerOn(0);
        int port = mortal.port();
        Tablet.connect(port, "lasting").subscribe(ALL).close();
        JobClient job =
                start(port, source(CabsJobITCase::assignmentUnlessBroken, assignments, 500));
        Tablet.await(() -> GENERATED.get() > assignments / 3);
        mortal.kill();

        try (BrokerProcess risen = startBrokerOn(port)) {
            job.getJobExecutionResult().get(90, TimeUnit.SECONDS);

            assertThat(FAILED).isTrue();
            try (Tablet lasting = Tablet.connect(risen.port(), "lasting")) {
                assertThat(lasting.awaitIds(assignments)).hasSize(assignments);
            }
        }
    }

    private static AssignmentMessage assignment(long number) {
        return Assignments.of("T" + number % TRUCKS, number, VALIDITY);
    }

    /** Breaks the job once, after two thirds. */
    private static AssignmentMessage assignmentUnlessBroken(long number) {
        GENERATED.incrementAndGet();
        if (number == 1_000 && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("broken on purpose");
        }
        return assignment(number);
    }

    private static JobClient start(int port, Source<AssignmentMessage, ?, ?> assignments)
            throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(1);
        CabsJob.build(
                env,
                assignments,
                MqttSink.<OutgoingMessage>builder(message -> message)
                        .broker("127.0.0.1", port)
                        .clientId("cabs")
                        .backoff(Duration.ofMillis(100), Duration.ofSeconds(1))
                        .build());
        return env.executeAsync("cabs");
    }

    private static Source<AssignmentMessage, ?, ?> source(
            GeneratorFunction<Long, AssignmentMessage> generator, long count, double perSecond) {
        return new DataGeneratorSource<>(
                generator,
                count,
                RateLimiterStrategy.perSecond(perSecond),
                TypeInformation.of(AssignmentMessage.class));
    }

    private BrokerProcess startBrokerOn(int port) throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(Path.of("..", "broker", "target")),
                port,
                folder.resolve("broker"),
                BrokerSettings.DEFAULT.withHeapMib(256));
    }
}
