package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Flink folder with the configuration of {@code flink-conf/standalone}, whose processes a test
 * starts and kills, as {@code deploy/flink/README.md} describes it.
 *
 * @param flink the folder that {@code fuel flink} wrote
 * @param tls the folder of the certificates
 * @param started the processes, in the order of their start
 */
record InstalledCluster(Path flink, Path tls, List<ClusterProcess> started)
        implements AutoCloseable {

    private static final String JOB_MANAGER = "jobmanager";

    /** For the commands of one heading of the README, on a machine that also builds. */
    private static final Duration COMMANDS_LIMIT = Duration.ofMinutes(10);

    /** The memory of a TaskManager, smaller than a mine's. */
    private static final String TASK_MANAGER_MEMORY = "taskmanager.memory.process.size=1400m";

    /** So few that six jobs need both TaskManagers. */
    private static final String TASK_SLOTS = "taskmanager.numberOfTaskSlots=4";

    /** The archive job's own interval is 5 minutes, longer than the test waits for a checkpoint. */
    private static final String CHECKPOINTS = "execution.checkpointing.interval: 10 s\n";

    /** Installs into a folder; the mine's own values are its ports and folders. */
    static InstalledCluster in(Path folder, int webPort, String zooKeeper) throws Exception {
        FuelHome home = FuelHome.find();
        Path flink = folder.resolve("flink");
        Path tls = folder.resolve("tls");
        new FlinkFolder(home, flink).write();
        InstalledCluster cluster = new InstalledCluster(flink, tls, new ArrayList<>());
        cluster.bash(
                folder.resolve("certificates.txt"),
                Map.of("HOME_OF_FUEL", home.root().toString(), "TLS", tls.toString()),
                "\"$HOME_OF_FUEL/flink-conf/tls/make-certificates\" \"$TLS\"");
        String security = Files.readString(tls.resolve("cluster/security.yaml"));
        Path config = flink.resolve("conf/config.yaml");
        Files.writeString(
                config,
                Files.readString(config)
                                .replace("/var/lib/fueloptimine", folder.toString())
                                .replace("127.0.0.1:2181", zooKeeper)
                                .replace("port: 8081", "port: " + webPort)
                        + security);
        Path client = tls.resolve("client/config.yaml");
        Files.writeString(
                client,
                Files.readString(client).replace("rest.port: 8081", "rest.port: " + webPort)
                        + CHECKPOINTS);
        return cluster;
    }

    void startJobManager() {
        start(JOB_MANAGER);
    }

    /** Starts the JobManager again if it was started and has ended. */
    void restartEndedJobManager() {
        List<ClusterProcess> jobManagers =
                started.stream().filter(one -> one.name().startsWith(JOB_MANAGER)).toList();
        if (!jobManagers.isEmpty() && jobManagers.stream().noneMatch(ClusterProcess::isAlive)) {
            startJobManager();
        }
    }

    ClusterProcess startTaskManager() {
        return start("taskmanager", "-D", TASK_MANAGER_MEMORY, "-D", TASK_SLOTS);
    }

    /** Each process: whether it runs, and its last lines. */
    String states() {
        return started.stream()
                .map(ClusterProcess::state)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * Runs commands and returns their output.
     *
     * @throws AssertionError if a command fails or all of them take longer than 10 minutes
     */
    String bash(Path output, Map<String, String> environment, String commands)
            throws IOException, InterruptedException {
        return bash(output, environment, commands, COMMANDS_LIMIT);
    }

    String bash(Path output, Map<String, String> environment, String commands, Duration limit)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-euc", commands)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try (ClusterProcess bash = new ClusterProcess(commands, builder.start(), List.of(output))) {
            assertThat(bash.endsWithin(limit))
                    .withFailMessage(
                            () ->
                                    String.join(
                                            System.lineSeparator(),
                                            "not done after " + limit.toSeconds() + " s:",
                                            bash.state(),
                                            states()))
                    .isTrue();
            assertThat(bash.process().exitValue())
                    .withFailMessage(() -> bash.state() + System.lineSeparator() + states())
                    .isZero();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Ends all processes, also if one of them cannot be ended. */
    @Override
    public void close() throws Exception {
        started.forEach(one -> one.process().destroy());
        try (Closing all = new Closing()) {
            started.forEach(all::add);
        }
    }

    private ClusterProcess start(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(flink.resolve("bin/" + script).toString()));
        command.addAll(List.of(arguments));
        String name = script + "-" + started.size();
        Path output = flink.resolve("log/" + name + ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(output.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            // The script replaces itself by Flink's process, which keeps its id.
            Path log = flink.resolve("log/" + script + "-" + process.pid() + ".log");
            ClusterProcess one = new ClusterProcess(name, process, List.of(output, log));
            started.add(one);
            return one;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
