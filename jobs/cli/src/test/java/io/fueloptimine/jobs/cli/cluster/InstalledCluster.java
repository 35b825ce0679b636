package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Flink folder with the configuration of {@code flink-conf/standalone}, whose processes a test
 * starts and kills, as {@code deploy/flink/README.md} describes it.
 *
 * @param flink the folder that {@code fuel flink} wrote
 * @param tls the folder of the certificates
 * @param started the processes, in the order of their start
 */
record InstalledCluster(Path flink, Path tls, List<Process> started) implements AutoCloseable {

    /** The memory of a TaskManager, smaller than a mine's. */
    private static final String TASK_MANAGER_MEMORY = "taskmanager.memory.process.size=1400m";

    /** So few that six jobs need both TaskManagers. */
    private static final String TASK_SLOTS = "taskmanager.numberOfTaskSlots=4";

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
                Files.readString(client).replace("rest.port: 8081", "rest.port: " + webPort));
        return cluster;
    }

    Process startJobManager() {
        return start("jobmanager");
    }

    Process startTaskManager() {
        return start("taskmanager", "-D", TASK_MANAGER_MEMORY, "-D", TASK_SLOTS);
    }

    /**
     * Runs commands and returns their output.
     *
     * @throws AssertionError if a command fails
     */
    String bash(Path output, Map<String, String> environment, String commands)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-euc", commands)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exitCode = builder.start().waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exitCode).as("%s%n%s", commands, text).isZero();
        return text;
    }

    @Override
    public void close() throws Exception {
        started.forEach(Process::destroy);
        for (Process process : started) {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(flink.resolve("bin/" + script).toString()));
        command.addAll(List.of(arguments));
        Path output = flink.resolve("log/" + script + "-" + started.size() + ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(output.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
