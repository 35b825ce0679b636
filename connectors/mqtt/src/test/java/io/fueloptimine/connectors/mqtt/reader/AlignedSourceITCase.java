package io.fueloptimine.connectors.mqtt.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.AcknowledgementMode;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.enumerator.EmptyEnumeratorState;
import io.fueloptimine.connectors.mqtt.enumerator.EmptyEnumeratorStateSerializer;
import io.fueloptimine.connectors.mqtt.enumerator.MqttSessionEnumerator;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplitSerializer;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the reader with Flink's watermark alignment and an in-memory broker. */
@Timeout(60)
class AlignedSourceITCase {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

    private static final Map<String, SessionConnector.Listener> SESSIONS =
            new ConcurrentHashMap<>();
    private static final List<Long> SEEN_MINUTES = new CopyOnWriteArrayList<>();

    @Test
    void pausesTheSessionThatIsAheadUntilTheOtherCatchesUp() throws Exception {
        JobClient job = start();
        await(() -> SESSIONS.size() == 2);
        long minute = 1_000;
        long end = System.nanoTime() + LIMIT.toNanos();
        do {
            assertThat(System.nanoTime()).as("time to pause").isLessThan(end);
            minute++;
            deliver("aligned-0", minute);
            deliver("aligned-1", -minute);
            // Both sessions share one queue, so the earlier message of the paused session was
            // skipped.
            long behind = -minute;
            await(() -> SEEN_MINUTES.contains(behind));
        } while (SEEN_MINUTES.contains(minute));
        long firstHeldBack = minute;
        deliver("aligned-0", firstHeldBack + 1);

        deliver("aligned-1", firstHeldBack + 2);

        await(() -> SEEN_MINUTES.contains(firstHeldBack + 1));
        assertThat(SEEN_MINUTES.stream().filter(seen -> seen > 0 && seen != firstHeldBack + 2))
                .isSorted()
                .contains(firstHeldBack);
        job.cancel().get(30, TimeUnit.SECONDS);
    }

    private static JobClient start() throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(10));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(1);
        WatermarkStrategy<RawMessage> aligned =
                WatermarkStrategy.<RawMessage>forMonotonousTimestamps()
                        .withTimestampAssigner(
                                (message, none) -> message.receivedAt().toEpochMilli())
                        .withWatermarkAlignment(
                                "alignment", Duration.ofMinutes(1), Duration.ofMillis(20));
        env.fromSource(new MapSource(), aligned, "Read two sessions")
                .uid("read")
                .map(AlignedSourceITCase::see)
                .uid("see")
                .sinkTo(new DiscardingSink<>())
                .uid("forget");
        return env.executeAsync("aligned");
    }

    private static long see(RawMessage message) {
        long minute = Long.parseLong(new String(message.payload(), StandardCharsets.UTF_8));
        SEEN_MINUTES.add(minute);
        return minute;
    }

    private static void deliver(String session, long minute) {
        byte[] text = Long.toString(minute).getBytes(StandardCharsets.UTF_8);
        Instant time = Instant.ofEpochSecond(minute * 60);
        SESSIONS.get(session).received(new RawMessage("mine", text, time, false), () -> {});
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** The real enumerator and reader, connected to the in-memory broker. */
    private static final class MapSource
            implements Source<RawMessage, MqttSessionSplit, EmptyEnumeratorState> {

        @Override
        public Boundedness getBoundedness() {
            return Boundedness.CONTINUOUS_UNBOUNDED;
        }

        @Override
        public SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> createEnumerator(
                SplitEnumeratorContext<MqttSessionSplit> context) {
            return new MqttSessionEnumerator(context, "aligned", 2, false);
        }

        @Override
        public SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> restoreEnumerator(
                SplitEnumeratorContext<MqttSessionSplit> context, EmptyEnumeratorState nothing) {
            return createEnumerator(context);
        }

        @Override
        public SourceReader<RawMessage, MqttSessionSplit> createReader(
                SourceReaderContext context) {
            Duration second = Duration.ofSeconds(1);
            MqttSourceSettings settings =
                    new MqttSourceSettings(
                            MqttConnectionSettings.plain("nowhere", 1),
                            "aligned",
                            "aligned",
                            List.of("mine"),
                            2,
                            1_000,
                            1_000,
                            AcknowledgementMode.ON_RECEIPT,
                            second,
                            second,
                            second);
            return new MqttSourceReader(
                    AlignedSourceITCase::connect, settings, context.metricGroup());
        }

        @Override
        public SimpleVersionedSerializer<MqttSessionSplit> getSplitSerializer() {
            return new MqttSessionSplitSerializer();
        }

        @Override
        public SimpleVersionedSerializer<EmptyEnumeratorState> getEnumeratorCheckpointSerializer() {
            return new EmptyEnumeratorStateSerializer();
        }
    }

    private static SessionConnector.Connection connect(
            MqttSessionSplit split, SessionConnector.Listener listener) {
        SESSIONS.put(split.splitId(), listener);
        listener.up(false);
        return () -> CompletableFuture.completedFuture(null);
    }
}
