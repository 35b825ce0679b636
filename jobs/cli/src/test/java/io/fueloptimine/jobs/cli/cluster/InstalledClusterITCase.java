package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.cli.FreePorts;
import io.fueloptimine.jobs.cli.FuelCommands;
import io.fueloptimine.jobs.cli.PackagedBuild;
import io.fueloptimine.jobs.local.JobWiring;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.local.stack.ZooKeeperNode;
import io.fueloptimine.jobs.simulator.MineSimulation;
import io.fueloptimine.jobs.simulator.SimulationSettings;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code deploy/flink/README.md}, word for word: a JobManager and two TaskManagers
 * as processes from a folder of {@code fuel flink}, the six job jars, and a simulated mine.
 */
@Tag("whole")
class InstalledClusterITCase {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String FUEL = "FuelOptiMine fuel";

    @TempDir Path folder;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, String> values = new HashMap<>();
    private SqlServer sql;
    private BrokerProcess broker;
    private InstalledCluster cluster;
    private ClusterRest rest;
    private Process jobManager;

    @BeforeEach
    void install() throws Exception {
        FuelHome home = FuelHome.find();
        PackagedBuild.require(new FlinkFolder(home, folder.resolve("flink")).faults());
        Ports ports = FreePorts.find();
        KafkaServer kafka =
                KafkaServer.start(folder.resolve("kafka"), ports.kafka(), ports.kafkaController());
        parts.push(kafka);
        sql = SqlServer.start(folder.resolve("sql"), ports.sql());
        parts.push(sql);
        // Otherwise H2 closes the database after each connection.
        parts.push(sql.connection().open());
        broker =
                BrokerProcess.start(
                        BrokerProcess.classpathIn(home.broker()),
                        0,
                        folder.resolve("broker"),
                        BrokerSettings.DEFAULT.withHeapMib(256));
        parts.push(broker);
        ZooKeeperNode zooKeeper = ZooKeeperNode.start(folder.resolve("zookeeper"), 0);
        parts.push(zooKeeper);
        cluster = InstalledCluster.in(folder, ports.web(), zooKeeper.address());
        parts.push(cluster);
        rest = new ClusterRest(cluster.tls().resolve("client"), ports.web());
        setValues(home, kafka);
    }

    @AfterEach
    void stop() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    @Test
    void theJobsRunRecoverAndAreUpgradedAsTheReadmeSays() throws Exception {
        setUp();
        jobManager = cluster.startJobManager();
        Process victim = cluster.startTaskManager();
        cluster.startTaskManager();
        await("two TaskManagers", () -> rest.taskManagers() == 2);

        run("Start the jobs");
        await("six jobs run", () -> rest.running().size() == JobWiring.NAMES.size());
        assertThat(rest.running().keySet()).containsExactlyInAnyOrderElementsOf(JobWiring.NAMES);
        try (MineSimulation mine = mine()) {
            mine.start();
            Map<String, String> jobs = rest.running();
            await("a checkpoint of each job that reports results", () -> checkpointed(jobs));
            await("scored windows in SQL", () -> rows("fuel_window") > 0);

            long killedAt = System.nanoTime();
            victim.destroyForcibly().waitFor();
            cluster.startTaskManager();
            await(
                    "restored jobs",
                    () -> jobs.values().stream().anyMatch(job -> rest.restores(job) > 0));
            await("six jobs run", () -> rest.running().size() == JobWiring.NAMES.size());
            System.out.printf(
                    "TaskManager killed: all jobs run again after %.1f s%n",
                    (System.nanoTime() - killedAt) / 1e9);
            assertThat(rest.running()).isEqualTo(jobs);
            long before = rows("fuel_window");
            await("more scored windows", () -> rows("fuel_window") > before);

            upgrade(FUEL, "fuel");
            upgrade("FuelOptiMine dispatch", "dispatch");
            long afterwards = rows("fuel_window");
            await("windows of the restored job", () -> rows("fuel_window") > afterwards);
            await("plans", () -> rows("dispatch_plan") > 0);
            await("files of the lake", () -> hasFiles(folder.resolve("lake")));
        }
    }

    /** Runs the README's upgrade of job fuel, for the named job. */
    private void upgrade(String name, String job) throws Exception {
        String old = rest.running().get(name);
        String commands =
                block("Upgrade a job").replace(FUEL, name).replace("fuel.jar", job + ".jar");
        cluster.bash(folder.resolve("upgrade-" + job + ".txt"), values, commands);
        await(name, () -> rest.running().containsKey(name));

        String restored = rest.running().get(name);
        assertThat(restored).isNotEqualTo(old);
        await("restored " + name, () -> rest.restoredFrom(restored).isPresent());
        assertThat(rest.restoredFrom(restored).orElseThrow())
                .contains("/savepoints/savepoint-" + old.substring(0, 6));
    }

    private boolean checkpointed(Map<String, String> jobs) {
        return Stream.of(FUEL, "FuelOptiMine dispatch", "FuelOptiMine ingest")
                .allMatch(name -> rest.completedCheckpoints(jobs.get(name)) > 0);
    }

    private void setUp() {
        assertThat(
                        FuelCommands.execute(
                                "setup",
                                "--mines=" + values.get("MINES"),
                                "--registry=" + values.get("REGISTRY"),
                                "--kafka=" + values.get("KAFKA"),
                                "--mqtt-port=" + values.get("MQTT_PORT"),
                                "--sql=" + values.get("SQL_URL"),
                                "--sql-password-file=" + values.get("SQL_PASSWORD_FILE")))
                .isZero();
    }

    private void setValues(FuelHome home, KafkaServer kafka) {
        values.put("FLINK_HOME", cluster.flink().toString());
        values.put("TLS", cluster.tls().toString());
        values.put("SITE", "andes");
        values.put("MINES", home.mine().toString());
        values.put("REGISTRY", home.registry().toString());
        values.put("LAKE", folder.resolve("lake").toString());
        values.put("KAFKA", kafka.bootstrapServers());
        values.put("MQTT_HOST", "127.0.0.1");
        values.put("MQTT_PORT", Integer.toString(broker.port()));
        values.put("SQL_URL", sql.url());
        values.put("SQL_USER", SqlServer.ADMINISTRATOR);
        values.put(
                "SQL_PASSWORD_FILE",
                SqlServer.passwordFile(folder.resolve("sql"), SqlServer.ADMINISTRATOR).toString());
    }

    /** A mine whose clock, faster than ours, stays behind it. */
    private MineSimulation mine() {
        return new MineSimulation(
                SimulationSettings.of(
                                MineSiteFile.read(FuelHome.find().mine()),
                                PublishSettings.plain("127.0.0.1", broker.port()),
                                folder.resolve("mine"))
                        .withSpeedUp(20)
                        .withMineStart(
                                Instant.now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .minus(Duration.ofDays(1))));
    }

    private void run(String heading) throws Exception {
        cluster.bash(folder.resolve("commands.txt"), values, block(heading));
    }

    /** The commands under a heading of the README. */
    private static String block(String heading) throws Exception {
        Path readme = FuelHome.find().root().resolve("deploy/flink/README.md");
        Matcher block =
                Pattern.compile("## " + heading + "\n.*?```sh\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(readme));
        assertThat(block.find()).as("commands under %s", heading).isTrue();
        return block.group(1);
    }

    private static boolean hasFiles(Path lake) {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            return false;
        }
    }

    private long rows(String table) {
        try (var connection = sql.connection().open();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the JobManager again if it has ended, as an init system does. */
    private void await(String what, BooleanSupplier holds) {
        Await.until(
                what,
                LIMIT,
                () -> {
                    if (!jobManager.isAlive()) {
                        jobManager = cluster.startJobManager();
                    }
                    return holds.getAsBoolean();
                });
    }
}
