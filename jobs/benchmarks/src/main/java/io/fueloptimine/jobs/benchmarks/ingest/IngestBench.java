package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.EmptyDataFolder;
import io.fueloptimine.jobs.local.stack.FlinkCluster;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.simulator.publish.BrokerUnreachableException;
import io.fueloptimine.jobs.simulator.publish.MqttMessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Measures the rate at which job ingest moves messages from the broker's queue to Kafka. The
 * reference is the rate of an MQTT client that only counts messages.
 *
 * <p>At the beginning of a round, all messages are published while no reader is connected, and the
 * broker queues them for the shared subscription of each reader. Then the readers run one after the
 * other, with the same broker, messages and number of sessions. The order of the readers changes
 * from round to round. A longer round without measurement warms up the JVMs of broker and jobs
 * before.
 */
final class IngestBench {

    private static final Duration PUBLISH_LIMIT = Duration.ofSeconds(240);

    /** The size of the warm-up round, as a multiple of a measured round. */
    private static final int WARM_UP_ROUNDS = 3;

    /**
     * The settings of the benchmark.
     *
     * @param data the folder for all state; it is emptied at the start
     * @param messages the number of messages in a round
     * @param rounds the number of measured rounds
     * @param readers the settings of the readers
     */
    record Settings(Path data, int messages, int rounds, ReaderSettings readers) {}

    private final FuelHome home;
    private final Settings settings;
    private final MineSite site;
    private final Consumer<String> progress;

    /**
     * @param progress receives each line of progress
     */
    IngestBench(FuelHome home, Settings settings, Consumer<String> progress) {
        this.home = home;
        this.settings = settings;
        this.site = MineSiteFile.read(home.mine());
        this.progress = progress;
    }

    /** Runs the benchmark. */
    IngestReport run() throws IOException, InterruptedException {
        progress.accept("Starting broker, Kafka and Flink");
        ReaderSettings load = settings.readers();
        try (DataFolder data = EmptyDataFolder.open(settings.data(), "bench");
                BrokerProcess broker = startBroker(data);
                KafkaServer kafka =
                        KafkaServer.start(data.kafka(), FreePort.find(), FreePort.find());
                FlinkCluster flink =
                        FlinkCluster.start(
                                GlobalConfiguration.loadConfiguration(home.flinkConf().toString()),
                                data.flink(),
                                load.parallelism(),
                                0)) {
            KafkaTopics.ensure(KafkaConnection.of(kafka.bootstrapServers()), load.parallelism());
            QueueReaders readers =
                    new QueueReaders(
                            broker.port(),
                            site.site(),
                            load,
                            flink.jobs(),
                            kafka.bootstrapServers());
            readers.createSessions();
            return measure(broker.port(), readers);
        }
    }

    private BrokerProcess startBroker(DataFolder data) throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(home.broker()),
                0,
                data.broker(),
                BrokerSettings.DEFAULT.withInflightWindow(settings.readers().window()));
    }

    private IngestReport measure(int port, QueueReaders readers)
            throws IOException, InterruptedException {
        PublishSettings mqtt =
                PublishSettings.plain("127.0.0.1", port).withClientIdPrefix("bench-mine");
        try (MqttMessagePublisher publisher = MqttMessagePublisher.connect(mqtt)) {
            SimulatedMessages mine = new SimulatedMessages(site);
            progress.accept("Warming up");
            round(0, WARM_UP_ROUNDS * settings.messages(), mine, publisher, readers);
            List<Map<ReaderKind, Double>> rounds = new ArrayList<>();
            for (int number = 1; number <= settings.rounds(); number++) {
                progress.accept("Round " + number);
                rounds.add(round(number, settings.messages(), mine, publisher, readers));
            }
            return new IngestReport(settings.messages(), settings.readers(), rounds);
        } catch (BrokerUnreachableException e) {
            throw new StackException("the broker cannot be reached: " + e.getMessage(), e);
        }
    }

    private Map<ReaderKind, Double> round(
            int number,
            int messages,
            SimulatedMessages mine,
            MqttMessagePublisher publisher,
            QueueReaders readers)
            throws InterruptedException {
        publish(publisher, mine.next(messages));
        List<ReaderKind> order = new ArrayList<>(List.of(ReaderKind.values()));
        Collections.rotate(order, number);
        Map<ReaderKind, Double> rates = new EnumMap<>(ReaderKind.class);
        for (ReaderKind kind : order) {
            try (QueueReader reader = readers.open(kind, number)) {
                rates.put(kind, QueueDrain.of(reader, messages).perSecond());
            }
            progress.accept(
                    String.format(Locale.ROOT, "  %-15s %,8.0f/s", kind.label(), rates.get(kind)));
        }
        return rates;
    }

    private static void publish(MqttMessagePublisher publisher, List<OutboundMessage> messages)
            throws InterruptedException {
        for (OutboundMessage message : messages) {
            publisher.publish(message);
        }
        if (!publisher.awaitAnswers(PUBLISH_LIMIT)) {
            throw new StackException(
                    "the broker did not acknowledge "
                            + messages.size()
                            + " messages within "
                            + PUBLISH_LIMIT.toSeconds()
                            + " s",
                    null);
        }
    }
}
