package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.cli.FreePorts;
import io.fueloptimine.jobs.cli.FuelCommands;
import io.fueloptimine.jobs.cli.PackagedBuild;
import io.fueloptimine.jobs.local.JobWiring;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code deploy/flink/README.md}, word for word: a JobManager and two TaskManagers
 * as processes from a folder of {@code fuel flink}, the six job jars, and a simulated mine.
 */
@Tag("whole")
@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class InstalledClusterITCase {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String FUEL = "FuelOptiMine fuel";

    @TempDir Path folder;

    private final Closing parts = new Closing();
    private final Map<String, String> values = new HashMap<>();
    private SqlServer sql;
    private BrokerProcess broker;
    private InstalledCluster cluster;
    private ClusterRest rest;
    private ClusterWait wait;

    @BeforeEach
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void install() throws Exception {
        FuelHome home = FuelHome.find();
        PackagedBuild.require(new FlinkFolder(home, folder.resolve("flink")).faults());
        Ports ports = FreePorts.find();
        KafkaServer kafka =
                KafkaServer.start(folder.resolve("kafka"), ports.kafka(), ports.kafkaController());
        parts.add(kafka);
        sql = SqlServer.start(folder.resolve("sql"), ports.sql());
        parts.add(sql);
        // Otherwise H2 closes the database after each connection.
        parts.add(sql.connection().open());
        broker =
                BrokerProcess.start(
                        BrokerProcess.classpathIn(home.broker()),
                        0,
                        folder.resolve("broker"),
                        BrokerSettings.DEFAULT.withHeapMib(256));
        parts.add(broker);
        ZooKeeperNode zooKeeper = ZooKeeperNode.start(folder.resolve("zookeeper"), 0);
        parts.add(zooKeeper);
        cluster = InstalledCluster.in(folder, ports.web(), zooKeeper.address());
        parts.add(cluster);
        rest = new ClusterRest(cluster.tls().resolve("client"), ports.web());
        wait = new ClusterWait(cluster, rest, LIMIT);
        setValues(home, kafka);
    }

    @AfterEach
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void stop() throws Exception {
        parts.close();
    }

    @Test
    void theJobsRunRecoverAndAreUpgradedAsTheReadmeSays() throws Exception {
        setUp();
        cluster.startJobManager();
        ClusterProcess victim = cluster.startTaskManager();
        wait.until("the first TaskManager", () -> rest.taskManagers().size() == 1);
        String lost = rest.taskManagers().iterator().next();
        cluster.startTaskManager();
        wait.until("two TaskManagers", () -> rest.taskManagers().size() == 2);

        run("Start the jobs");
        Map<String, String> jobs = running();
        try (MineSimulation mine = mine()) {
            mine.start();
            wait.until(
                    "a checkpoint of each job",
                    () ->
                            jobs.values().stream()
                                    .allMatch(job -> rest.completedCheckpoints(job) > 0));
            wait.until("scored windows in SQL", () -> rows("fuel_window") > 0);

            Set<String> interrupted = rest.jobsOn(lost);
            assertThat(interrupted).as("jobs on TaskManager %s", lost).isNotEmpty();
            long killedAt = System.nanoTime();
            victim.kill();
            cluster.startTaskManager();
            wait.until(
                    "a TaskManager in place of " + lost,
                    () -> {
                        Set<String> ids = rest.taskManagers();
                        return ids.size() == 2 && !ids.contains(lost);
                    });
            // A job that has not noticed the loss yet is still RUNNING.
            wait.until(
                    "restored jobs " + interrupted,
                    () -> interrupted.stream().allMatch(job -> rest.restores(job) > 0));
            wait.until("the same jobs run again: " + jobs, () -> rest.running().equals(jobs));
            System.out.printf(
                    "TaskManager killed: all jobs run again after %.1f s%n",
                    (System.nanoTime() - killedAt) / 1e9);
            long before = rows("fuel_window");
            wait.until("more scored windows", () -> rows("fuel_window") > before);

            upgrade(FUEL, "fuel");
            upgrade("FuelOptiMine dispatch", "dispatch");
            long afterwards = rows("fuel_window");
            wait.until("windows of the restored job", () -> rows("fuel_window") > afterwards);
            wait.until("plans", () -> rows("dispatch_plan") > 0);
            wait.until("files of the lake", () -> hasFiles(folder.resolve("lake")));
        }
    }

    /** Runs the README's upgrade of job fuel, for the named job. */
    private void upgrade(String name, String job) throws Exception {
        String old = running().get(name);
        String commands =
                block("Upgrade a job").replace(FUEL, name).replace("fuel.jar", job + ".jar");
        cluster.bash(folder.resolve("upgrade-" + job + ".txt"), values, commands);
        Map<String, String> jobs = new HashMap<>();
        wait.until(
                name + " in place of " + old,
                () -> {
                    jobs.putAll(rest.running());
                    return !jobs.getOrDefault(name, old).equals(old);
                });

        String restored = jobs.get(name);
        wait.until("restored " + name, () -> rest.restoredFrom(restored).isPresent());
        assertThat(rest.restoredFrom(restored).orElseThrow())
                .contains("/savepoints/savepoint-" + old.substring(0, 6));
    }

    /** The ids of the six jobs by name, as soon as all run. */
    private Map<String, String> running() {
        Map<String, String> jobs = new HashMap<>();
        wait.until(
                "six jobs run",
                () -> {
                    jobs.clear();
                    jobs.putAll(rest.running());
                    return jobs.size() == JobWiring.NAMES.size();
                });
        assertThat(jobs.keySet()).containsExactlyInAnyOrderElementsOf(JobWiring.NAMES);
        return jobs;
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
}
