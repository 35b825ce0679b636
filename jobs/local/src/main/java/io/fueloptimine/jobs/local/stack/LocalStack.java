package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.WebOptions;

/**
 * The servers that the jobs need, all on this machine. The MQTT broker runs in a separate process;
 * Kafka, the SQL server and Flink run in this process. The servers stop in the reverse order of
 * their start.
 */
public final class LocalStack implements RunningStack, AutoCloseable {

    /** The number of streaming jobs. Each job needs as many task slots as its parallelism. */
    public static final int JOBS = 6;

    private final StartedParts parts = new StartedParts();
    private final DataFolder data;
    private final Optional<StackSecurity> security;
    private BrokerProcess broker;
    private DataServers servers;
    private FlinkCluster flink;

    private LocalStack(DataFolder data, Optional<StackSecurity> security) {
        this.data = data;
        this.security = security;
    }

    /**
     * Starts all servers. If one server fails, the servers that were started before are stopped.
     *
     * @param progress receives the name of each server before it is started
     * @throws StackException if a server does not start; the message names the server and the
     *     remedy
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if ports are in use; the
     *     message names all such ports
     */
    public static LocalStack start(
            FuelHome home,
            DataFolder data,
            Ports ports,
            int parallelism,
            Consumer<String> progress) {
        return start(home, data, ports, parallelism, Optional.empty(), progress);
    }

    /**
     * Starts all servers as above.
     *
     * @param security certificates and users of MQTT, Kafka and SQL; empty for none
     */
    public static LocalStack start(
            FuelHome home,
            DataFolder data,
            Ports ports,
            int parallelism,
            Optional<StackSecurity> security,
            Consumer<String> progress) {
        Ports.requireUsable(ports.uses());
        LocalStack stack = new LocalStack(data, security);
        try {
            stack.startParts(home, ports, parallelism, progress);
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
        return security.isPresent() ? broker.tlsPort() : broker.port();
    }

    @Override
    public String bootstrapServers() {
        return servers.bootstrapServers();
    }

    @Override
    public SqlConnection sql() {
        return servers.sql();
    }

    @Override
    public FlinkJobs flink() {
        return flink.jobs();
    }

    @Override
    public Optional<StackSecurity> security() {
        return security;
    }

    @Override
    public void close() {
        parts.close();
    }

    private void startParts(
            FuelHome home, Ports ports, int parallelism, Consumer<String> progress) {
        progress.accept("MQTT broker");
        broker = parts.add(startBroker(home, ports));
        servers = parts.add(DataServers.start(data, ports, parallelism, security, progress));
        progress.accept("Flink");
        Configuration configuration =
                GlobalConfiguration.loadConfiguration(home.flinkConf().toString());
        configuration.set(WebOptions.LOG_PATH, data.logs().resolve("fuel.log").toString());
        flink =
                parts.add(
                        FlinkCluster.start(
                                configuration, data.flink(), JOBS * parallelism, ports.web()));
    }

    private static BrokerSettings secured(StackSecurity security, Ports ports) {
        return BrokerSettings.DEFAULT
                .withTls(security.brokerTls(ports.mqtt()))
                .withAccess(security.brokerAccess());
    }

    private BrokerProcess startBroker(FuelHome home, Ports ports) {
        try {
            return BrokerProcess.start(
                    BrokerProcess.classpathIn(home.broker()),
                    ports.mqtt(),
                    data.broker(),
                    security.map(given -> secured(given, ports)).orElse(BrokerSettings.DEFAULT));
        } catch (IOException e) {
            throw new StackException("MQTT broker cannot start: " + e.getMessage(), e);
        }
    }
}
