package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.WebOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that the jobs need, for real, on this machine: MQTT broker, Kafka, SQL server, Flink.
 * Parts start in order and stop in the reverse order, whatever fails between.
 */
public final class LocalStack implements RunningStack, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    /** Slots for four jobs at the largest parallelism this machine is asked for. */
    public static final int JOBS = 4;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private DataFolder data;
    private BrokerProcess broker;
    private KafkaServer kafka;
    private SqlServer sql;
    private FlinkCluster flink;

    private LocalStack() {}

    /**
     * Starts all parts; nothing is left running when one fails.
     *
     * @param progress told what comes next, in words
     * @throws StackException naming the part and what to do; for ports in use, all of them
     */
    public static LocalStack start(
            FuelHome home,
            DataFolder data,
            Ports ports,
            int parallelism,
            Consumer<String> progress) {
        List<String> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new InvalidInputException(String.join("\n      ", taken));
        }
        LocalStack stack = new LocalStack();
        try {
            stack.startParts(home, data, ports, parallelism, progress);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public DataFolder data() {
        return data;
    }

    @Override
    public int mqttPort() {
        return broker.port();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public SqlConnection sql() {
        return new SqlConnection(sql.url(), "sa", "");
    }

    @Override
    public FlinkJobs flink() {
        return flink.jobs();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }

    private void startParts(
            FuelHome home,
            DataFolder folder,
            Ports ports,
            int parallelism,
            Consumer<String> progress) {
        data = folder;
        progress.accept("MQTT broker");
        broker = keep(startBroker(home, ports));
        progress.accept("Kafka");
        kafka = keep(KafkaServer.start(folder.kafka(), ports.kafka(), ports.kafkaController()));
        KafkaTopics.ensure(KafkaConnection.of(kafka.bootstrapServers()), parallelism);
        progress.accept("SQL server");
        sql = keep(SqlServer.start(folder.sql(), ports.sql()));
        SqlMigrations.migrate(sql());
        progress.accept("Flink");
        Configuration configuration =
                GlobalConfiguration.loadConfiguration(home.flinkConf().toString());
        configuration.set(WebOptions.LOG_PATH, folder.logs().resolve("fuel.log").toString());
        flink =
                keep(
                        FlinkCluster.start(
                                configuration, folder.flink(), JOBS * parallelism, ports.web()));
    }

    private BrokerProcess startBroker(FuelHome home, Ports ports) {
        try {
            return BrokerProcess.start(
                    BrokerProcess.classpathIn(home.broker()),
                    ports.mqtt(),
                    data.broker(),
                    BrokerSettings.DEFAULT);
        } catch (IOException e) {
            throw new StackException("MQTT broker cannot start: " + e.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
