package io.fueloptimine.jobs.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.simulator.delivery.WireFormat;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same recorded mine, once as JSON and once by two Sparkplug edge nodes with a restart, a lost
 * message, a radio shadow delivered later as historical data, and a job that breaks in the midst:
 * the same rows in SQL.
 */
@Timeout(300)
class SparkplugEqualsJsonITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant RESTART = RecordedMine.START.plus(Duration.ofMinutes(10));
    private static final Instant SHADOW = RecordedMine.START.plus(Duration.ofMinutes(20));
    private static final Instant LIGHT = RecordedMine.START.plus(Duration.ofMinutes(26));
    private static final Instant CAUGHT_UP = RecordedMine.START.plus(Duration.ofMinutes(27));
    private static final Instant LOSS = RecordedMine.START.plus(Duration.ofMinutes(35));
    private static final int NEVER = -1;

    private final FuelHome home = FuelHome.find();
    private final MineSite mine = RecordedMine.small(MineSiteFile.read(home.mine()));
    private final List<MachineMessage> said = RecordedMine.messages(mine);
    private final String near = mine.trucks().get(0).id();

    @TempDir Path folder;
    private BrokerProcess broker;
    private Mqtt5AsyncClient client;
    private final Semaphore window = new Semaphore(500);
    private final AtomicInteger commands = new AtomicInteger();

    @Test
    void givesTheSameRowsAsTheSameReadingsSentAsJson() throws Exception {
        try (BrokerProcess started = startBroker()) {
            broker = started;
            client =
                    MqttClient.builder()
                            .useMqttVersion5()
                            .serverHost("127.0.0.1")
                            .serverPort(broker.port())
                            .buildAsync();
            client.connect().join();
            client.subscribeWith()
                    .topicFilter(SparkplugTopics.commands(mine.site(), "near"))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .callback(command -> commands.incrementAndGet())
                    .send()
                    .join();

            List<Reading> json = readings("json", NEVER, this::sendAsJson);
            List<Reading> sparkplug = readings("sparkplug", said.size() / 2, this::sendBySparkplug);
            client.disconnect().join();

            assertEqual(comparable(sparkplug), comparable(json));
            assertThat(commands).as("requests for a rebirth").hasPositiveValue();
            assertThat(Seen.<QualityRecord>of("sparkplug-quality"))
                    .extracting(QualityRecord::rule)
                    .contains("sparkplug-sequence-gap");
            Map<String, List<List<Object>>> expected = rows(json, "json");
            assertThat(expected)
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
            assertThat(rows(sparkplug, "sparkplug")).isEqualTo(expected);
        }
    }

    /** What differs between thousands of readings is to be read by a person. */
    private static void assertEqual(Map<String, JsonNode> actual, Map<String, JsonNode> expected) {
        TreeSet<String> missing = new TreeSet<>(expected.keySet());
        missing.removeAll(actual.keySet());
        assertThat(missing).as("missing; %s", rejected("sparkplug")).isEmpty();
        assertThat(actual).hasSameSizeAs(expected);
        expected.forEach((id, reading) -> assertThat(actual.get(id)).as(id).isEqualTo(reading));
    }

    private static List<String> rejected(String run) {
        return Seen.<QualityRecord>of(run + "-quality").stream()
                .filter(record -> record.verdict() == QualityVerdict.REJECTED)
                .filter(record -> !"probe".equals(record.machineId()))
                .limit(20)
                .map(r -> r.topic() + " " + r.field() + " " + r.observed() + ": " + r.expected())
                .toList();
    }

    private Map<String, List<List<Object>>> rows(List<Reading> readings, String run)
            throws Exception {
        return TableRows.of(readings, MineSites.of(mine), home.registry(), run);
    }

    /** Runs the ingest job while somebody sends; the valid readings in order of arrival. */
    private List<Reading> readings(String run, int breaksAt, Consumer<String> sender)
            throws Exception {
        JobClient job = startIngest(run, breaksAt);
        awaitSubscriptions(run);
        sender.accept(run);
        awaitAll(run, job);
        job.cancel().get(30, TimeUnit.SECONDS);
        return new ArrayList<>(Seen.<Reading>of(run + "-valid"));
    }

    /** Machines under load are slow, but they move: what counts is whether anything still comes. */
    private void awaitAll(String run, JobClient job) throws Exception {
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        long accounted = accountedFor(run);
        long moved = System.nanoTime();
        while (accounted < said.size()) {
            assertThat(end).as("the job goes on").isNotCompletedExceptionally();
            assertThat(Duration.ofNanos(System.nanoTime() - moved))
                    .as("%s: %d of %d accounted for; %s", run, accounted, said.size(), told(run))
                    .isLessThan(PATIENCE);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            long now = accountedFor(run);
            moved = now > accounted ? System.nanoTime() : moved;
            accounted = now;
        }
    }

    private static Map<String, Long> told(String run) {
        return Seen.<QualityRecord>of(run + "-quality").stream()
                .collect(
                        Collectors.groupingBy(
                                record -> record.verdict() + " " + record.rule(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static long accountedFor(String run) {
        long valid = Seen.<Reading>of(run + "-valid").stream().map(Reading::id).distinct().count();
        long rejected =
                Seen.<QualityRecord>of(run + "-quality").stream()
                        .filter(record -> record.verdict() == QualityVerdict.REJECTED)
                        .filter(record -> !"probe".equals(record.machineId()))
                        .map(QualityRecord::qualityId)
                        .distinct()
                        .count();
        return valid + rejected;
    }

    private void sendAsJson(String run) {
        WireFormat format = new WireFormat(mine.site());
        List<MachineMessage> later = new ArrayList<>();
        for (MachineMessage message : said) {
            if (!message.time().isBefore(CAUGHT_UP)) {
                later.forEach(kept -> publish(format.topicOf(kept), format.jsonOf(kept)));
                later.clear();
            }
            if (isInShadow(message)) {
                later.add(message);
            } else {
                publish(format.topicOf(message), format.jsonOf(message));
            }
        }
        drain();
    }

    private boolean isInShadow(MachineMessage message) {
        boolean dark = !message.time().isBefore(SHADOW) && message.time().isBefore(LIGHT);
        return dark && !isNear(message);
    }

    private void sendBySparkplug(String run) {
        EdgeNode nearNode = node("near", said.stream().filter(this::isNear).toList());
        EdgeNode farNode = node("far", said.stream().filter(m -> !isNear(m)).toList());
        nearNode.connect();
        farNode.connect();
        Moments moments = new Moments();
        moments.at(RESTART, nearNode::restart);
        moments.at(SHADOW, farNode::enterShadow);
        moments.at(LIGHT, farNode::leaveShadow);
        moments.at(CAUGHT_UP, farNode::catchUp);
        moments.at(LOSS, nearNode::loseOne);
        int answered = 0;
        for (MachineMessage message : said) {
            moments.passTo(message.time());
            (isNear(message) ? nearNode : farNode).tell(message);
            answered = answer(answered, nearNode);
        }
        drain();
        int before = answered;
        await("a request for a rebirth", () -> before > 0 || commands.get() > 0);
        answer(answered, nearNode);
        drain();
    }

    /** A node that is asked who it is tells so. */
    private int answer(int answered, EdgeNode asked) {
        int requests = commands.get();
        if (requests > answered) {
            asked.rebirth();
        }
        return requests;
    }

    private boolean isNear(MachineMessage message) {
        return message.machineId().equals(near) || message.machineId().equals("FB-EDGE");
    }

    private EdgeNode node(String name, List<MachineMessage> ownMessages) {
        return new EdgeNode(mine.site(), name, ownMessages, this::publish);
    }

    private void publish(String topic, byte[] payload) {
        window.acquireUninterruptibly();
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send()
                .whenComplete((sent, failure) -> window.release());
    }

    private void drain() {
        window.acquireUninterruptibly(500);
        window.release(500);
    }

    /** A broker keeps nothing for a subscription that was not yet made. */
    private void awaitSubscriptions(String run) {
        await(
                "subscriptions of " + run,
                () -> {
                    publish(mine.site() + "/v1/haultruck/probe/telemetry", new byte[] {'x'});
                    publish("spBv1.0/" + mine.site() + "/NDATA/probe", new byte[] {0});
                    return Seen.<QualityRecord>of(run + "-quality").stream()
                                    .map(QualityRecord::rule)
                                    .distinct()
                                    .count()
                            >= 2;
                });
    }

    private JobClient startIngest(String run, int breaksAt) throws Exception {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(250));
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
        IngestSources sources =
                IngestSources.of(source(env, run, List.of(mine.site() + "/v1/#")))
                        .withSparkplug(
                                source(
                                        env,
                                        run + "-edge",
                                        List.of(SparkplugTopics.filter(mine.site()))));
        IngestJob.build(
                env,
                sources,
                ValidationSuite.shipped(),
                new IngestOutputs(
                        seen(run + "-valid", breaksAt, Reading.class),
                        seen(run + "-quality", NEVER, QualityRecord.class),
                        stream -> stream.sinkTo(commands(run)).uid("commands")));
        return env.executeAsync(run);
    }

    private MqttSource source(StreamExecutionEnvironment env, String group, List<String> filters) {
        return MqttSource.builder()
                .broker("127.0.0.1", broker.port())
                .group(group)
                .topicFilters(filters)
                .sessions(1)
                .backoff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .build(env.getConfiguration());
    }

    private MqttSink<OutgoingMessage> commands(String run) {
        return MqttSink.<OutgoingMessage>builder(command -> command)
                .broker("127.0.0.1", broker.port())
                .clientId(run + "-commands")
                .build();
    }

    private static <T> Consumer<DataStream<T>> seen(String name, int breaksAt, Class<T> type) {
        return stream ->
                stream.map(new Seen<T>(name, breaksAt))
                        .returns(TypeInformation.of(type))
                        .uid(name)
                        .sinkTo(new DiscardingSink<>())
                        .uid(name + "-end");
    }

    /**
     * By identity, without what differs between any two deliveries: whether a clock seems ahead
     * follows from who else was heard by then.
     */
    private static Map<String, JsonNode> comparable(List<Reading> readings) {
        Map<String, JsonNode> comparable = new TreeMap<>();
        for (Reading reading : readings) {
            ObjectNode json = MineJson.mapper().valueToTree(reading);
            json.remove(List.of("receivedAt", "redelivered", "flags"));
            comparable.put(reading.id(), json);
        }
        return comparable;
    }

    private BrokerProcess startBroker() throws Exception {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(home.broker()),
                0,
                folder.resolve("broker"),
                BrokerSettings.DEFAULT.withHeapMib(256));
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** What happens when, once each. */
    private static final class Moments {

        private final TreeMap<Instant, Runnable> ahead = new TreeMap<>();

        private void at(Instant time, Runnable what) {
            ahead.put(time, what);
        }

        private void passTo(Instant now) {
            while (!ahead.isEmpty() && !ahead.firstKey().isAfter(now)) {
                ahead.pollFirstEntry().getValue().run();
            }
        }
    }
}
