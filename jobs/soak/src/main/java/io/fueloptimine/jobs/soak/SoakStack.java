package io.fueloptimine.jobs.soak;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.broker.InterruptibleTcpLink;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkProcesses;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.jobs.local.stack.RunningStack;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.local.stack.SupervisedProcess;
import io.fueloptimine.jobs.local.stack.ZooKeeperNode;
import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mine's whole installation with parts that die: broker, JobManager and TaskManager are processes
 * of their own and come back by themselves, and everybody reaches the broker over a link that can
 * be cut. Kafka, the SQL server and ZooKeeper stay up in this process.
 */
final class SoakStack implements RunningStack, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SoakStack.class);
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(1);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final DataFolder data;
    private SupervisedProcess broker;
    private InterruptibleTcpLink link;
    private KafkaServer kafka;
    private SqlServer sql;
    private FlinkProcesses flink;

    private SoakStack(DataFolder data) {
        this.data = data;
    }

    /**
     * Starts all parts; nothing is left running when one fails.
     *
     * @param progress told what comes next, in words
     * @throws StackException naming the part and what to do; for ports in use, all of them
     */
    static SoakStack start(
            FuelHome home,
            DataFolder data,
            SoakBroker mqttBroker,
            SoakPorts ports,
            int parallelism,
            Consumer<String> progress) {
        List<String> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new InvalidInputException(String.join("\n      ", taken));
        }
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

    /** Breaks a part; all but the network come back by themselves. */
    void injure(Fault fault) {
        switch (fault) {
            case TASK_MANAGER -> flink.taskManager().kill();
            case JOB_MANAGER -> flink.jobManager().kill();
            case BROKER -> broker.kill();
            case NETWORK -> link.block();
        }
    }

    /** Lets the network through again. */
    void mendNetwork() {
        link.unblock();
    }

    /** Whether every process lives. */
    boolean isWhole() {
        return broker.isAlive() && flink.jobManager().isAlive() && flink.taskManager().isAlive();
    }

    /** How often processes were started, the first time left aside. */
    int restarts() {
        return broker.starts() + flink.jobManager().starts() + flink.taskManager().starts() - 3;
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
            SoakBroker mqttBroker,
            SoakPorts ports,
            int parallelism,
            Consumer<String> progress) {
        progress.accept(
                mqttBroker.label() + ", in its own process, behind a link that can be interrupted");
        broker =
                keep(
                        SupervisedProcess.start(
                                "the MQTT broker",
                                new BrokerStarter(
                                        mqttBroker, home, data.broker(), ports.of().mqtt()),
                                BROKER_PAUSE));
        link = keep(link(ports.of().mqtt()));
        progress.accept("Kafka");
        kafka =
                keep(
                        KafkaServer.start(
                                data.kafka(), ports.of().kafka(), ports.of().kafkaController()));
        KafkaTopics.ensure(KafkaConnection.of(kafka.bootstrapServers()), parallelism);
        progress.accept("SQL server");
        sql = keep(SqlServer.start(data.sql(), ports.of().sql()));
        SqlMigrations.migrate(sql());
        progress.accept("ZooKeeper");
        ZooKeeperNode zooKeeper =
                keep(ZooKeeperNode.start(data.root().resolve("zookeeper"), ports.zooKeeper()));
        progress.accept("Flink: JobManager and TaskManager, each in a process of its own");
        flink =
                keep(
                        FlinkProcesses.start(
                                new FlinkProcesses.Settings(
                                        home.standaloneFlinkConf(),
                                        data.flink(),
                                        data.logs(),
                                        LocalStack.JOBS * parallelism,
                                        ports.of().web(),
                                        zooKeeper.address())));
    }

    private static InterruptibleTcpLink link(int brokerPort) {
        try {
            return new InterruptibleTcpLink(brokerPort);
        } catch (IOException e) {
            throw new StackException("the link to the broker cannot start: " + e.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
