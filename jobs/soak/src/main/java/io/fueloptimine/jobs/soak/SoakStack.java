package io.fueloptimine.jobs.soak;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.broker.InterruptibleTcpLink;
import io.fueloptimine.jobs.local.stack.ClusterTls;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.DataServers;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkProcesses;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.RunningStack;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.local.stack.StartedParts;
import io.fueloptimine.jobs.local.stack.SupervisedProcess;
import io.fueloptimine.jobs.local.stack.ZooKeeperNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The servers of a soak test. MQTT broker, JobManager and TaskManager run in separate processes,
 * which are started again after they have ended. All clients connect to the broker over a TCP relay
 * whose connections can be interrupted. Kafka, the SQL server and ZooKeeper run in this process; of
 * these only the SQL server is stopped.
 */
final class SoakStack implements RunningStack, AutoCloseable {

    private static final Duration BROKER_PAUSE = Duration.ofSeconds(1);

    private final StartedParts parts = new StartedParts();
    private final DataFolder data;
    private SupervisedProcess broker;
    private InterruptibleTcpLink link;
    private DataServers servers;
    private FlinkProcesses flink;

    private SoakStack(DataFolder data) {
        this.data = data;
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
    static SoakStack start(
            FuelHome home,
            DataFolder data,
            SoakBroker mqttBroker,
            SoakPorts ports,
            int parallelism,
            Consumer<String> progress) {
        Ports.requireUsable(ports.uses());
        SoakStack stack = new SoakStack(data);
        try {
            stack.startParts(home, mqttBroker, ports, parallelism, progress);
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
        return link.port();
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

    /**
     * Injects a fault: kills a process, which is then started again, or interrupts the TCP relay or
     * the SQL server until {@link #endOutage}.
     */
    void inject(Fault fault) {
        switch (fault) {
            case TASK_MANAGER -> flink.taskManager().kill();
            case JOB_MANAGER -> flink.jobManager().kill();
            case BROKER -> broker.kill();
            case NETWORK -> link.block();
            case SQL_SERVER -> servers.interruptSql();
        }
    }

    /** Ends a fault that {@link Fault#isOutage() is an outage}. */
    void endOutage(Fault fault) {
        if (fault == Fault.SQL_SERVER) {
            servers.resumeSql();
        } else {
            link.unblock();
        }
    }

    /** Whether all child processes are running. */
    boolean allProcessesAlive() {
        return broker.isAlive() && flink.jobManager().isAlive() && flink.taskManager().isAlive();
    }

    /** How often child processes were started again after they had ended. */
    int restarts() {
        return broker.starts() + flink.jobManager().starts() + flink.taskManager().starts() - 3;
    }

    /** The processes that are measured: a role, and the process id that the role has now. */
    Map<String, LongSupplier> processes() {
        Map<String, LongSupplier> processes = new LinkedHashMap<>();
        processes.put("JobManager", flink.jobManager()::pid);
        processes.put("TaskManager", flink.taskManager()::pid);
        processes.put("broker", broker::pid);
        processes.put("soak, Kafka, SQL", ProcessHandle.current()::pid);
        return processes;
    }

    @Override
    public void close() {
        parts.close();
    }

    private void startParts(
            FuelHome home,
            SoakBroker mqttBroker,
            SoakPorts ports,
            int parallelism,
            Consumer<String> progress) {
        progress.accept(
                mqttBroker.label() + ", in its own process, behind a link that can be interrupted");
        broker =
                parts.add(
                        SupervisedProcess.start(
                                "the MQTT broker",
                                new BrokerStarter(
                                        mqttBroker, home, data.broker(), ports.common().mqtt()),
                                BROKER_PAUSE));
        link = parts.add(link(ports.common().mqtt()));
        servers = parts.add(DataServers.start(data, ports.common(), parallelism, progress));
        progress.accept("ZooKeeper");
        ZooKeeperNode zooKeeper =
                parts.add(ZooKeeperNode.start(data.root().resolve("zookeeper"), ports.zooKeeper()));
        progress.accept("certificates of the Flink cluster");
        ClusterTls tls = ClusterTls.make(home.makeCertificates(), data.root().resolve("flink-tls"));
        progress.accept("Flink: JobManager and TaskManager, each in its own process");
        flink =
                parts.add(
                        FlinkProcesses.start(
                                new FlinkProcesses.Settings(
                                        home.standaloneFlinkConf(),
                                        tls,
                                        data.flink(),
                                        data.logs(),
                                        LocalStack.JOBS * parallelism,
                                        ports.common().web(),
                                        zooKeeper.address())));
    }

    private static InterruptibleTcpLink link(int brokerPort) {
        try {
            return new InterruptibleTcpLink(brokerPort);
        } catch (IOException e) {
            throw new StackException("the link to the broker cannot start: " + e.getMessage(), e);
        }
    }
}
