package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.EmptiedFolder;
import io.fueloptimine.jobs.local.stack.FlinkCluster;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.simulator.channel.LinkException;
import io.fueloptimine.jobs.simulator.channel.MqttPublisher;
import io.fueloptimine.jobs.simulator.channel.MqttSettings;
import io.fueloptimine.jobs.simulator.channel.OutboundMessage;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;

import org.apache.flink.configuration.GlobalConfiguration;

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

/**
 * How fast the ingest job empties the broker's queue into Kafka, beside a client that does nothing
 * but count.
 *
 * <p>A round publishes messages while nobody reads, once, to a shared subscription of each
 * contender; then the contenders read, one after the other, each with the same sessions and the
 * same messages from the same broker. Their order changes with the round. Before the rounds that
 * count comes a longer one that does not: until then the JVMs of broker and jobs are cold.
 */
final class IngestBench {

    private static final Duration PUBLISH_LIMIT = Duration.ofSeconds(240);

    /** How many rounds' messages it takes until the compilers have done most of their work. */
    private static final int WARM_UP = 3;

    /**
     * What to do.
     *
     * @param data the folder that holds all state; emptied first
     * @param messages in a round
     * @param rounds that count
     * @param load how the contenders read
     */
    record Settings(Path data, int messages, int rounds, Load load) {}

    private final FuelHome home;
    private final Settings settings;
    private final MineSite site;
    private final Consumer<String> say;

    /**
     * @param say takes each line for the person who watches
     */
    IngestBench(FuelHome home, Settings settings, Consumer<String> say) {
        this.home = home;
        this.settings = settings;
        this.site = MineSiteFile.read(home.mine());
        this.say = say;
    }

    /** Runs to the end. */
    IngestReport run() throws IOException, InterruptedException {
        say.accept("Starting broker, Kafka and Flink");
        Load load = settings.load();
        try (DataFolder data = EmptiedFolder.open(settings.data(), "bench");
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
            Readers readers =
                    new Readers(
                            broker.port(),
                            site.site(),
                            load,
                            flink.jobs(),
                            kafka.bootstrapServers());
            readers.reserve();
            return measure(broker.port(), readers);
        }
    }

    private BrokerProcess startBroker(DataFolder data) throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(home.broker()),
                0,
                data.broker(),
                BrokerSettings.DEFAULT.withInflightWindow(settings.load().window()));
    }

    private IngestReport measure(int port, Readers readers)
            throws IOException, InterruptedException {
        MqttSettings mqtt = MqttSettings.of("127.0.0.1", port).withClientIdPrefix("bench-mine");
        try (MqttPublisher publisher = MqttPublisher.connect(mqtt)) {
            MineMessages mine = new MineMessages(site);
            say.accept("Warming up");
            round(0, WARM_UP * settings.messages(), mine, publisher, readers);
            List<Map<Contender, Double>> rounds = new ArrayList<>();
            for (int number = 1; number <= settings.rounds(); number++) {
                say.accept("Round " + number);
                rounds.add(round(number, settings.messages(), mine, publisher, readers));
            }
            return new IngestReport(settings.messages(), settings.load(), rounds);
        } catch (LinkException e) {
            throw new StackException("the broker cannot be reached: " + e.getMessage(), e);
        }
    }

    private Map<Contender, Double> round(
            int number, int messages, MineMessages mine, MqttPublisher publisher, Readers readers)
            throws InterruptedException {
        publish(publisher, mine.next(messages));
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        Collections.rotate(order, number);
        Map<Contender, Double> rates = new EnumMap<>(Contender.class);
        for (Contender contender : order) {
            try (Reader reader = readers.open(contender, number)) {
                rates.put(contender, Drain.of(reader, messages).perSecond());
            }
            say.accept(
                    String.format(
                            Locale.ROOT,
                            "  %-15s %,8.0f/s",
                            contender.words(),
                            rates.get(contender)));
        }
        return rates;
    }

    private static void publish(MqttPublisher publisher, List<OutboundMessage> messages)
            throws InterruptedException {
        for (OutboundMessage message : messages) {
            publisher.offer(message);
        }
        if (!publisher.awaitEmpty(PUBLISH_LIMIT)) {
            throw new StackException(
                    "the broker did not take "
                            + messages.size()
                            + " messages within "
                            + PUBLISH_LIMIT.toSeconds()
                            + " s",
                    null);
        }
    }
}
