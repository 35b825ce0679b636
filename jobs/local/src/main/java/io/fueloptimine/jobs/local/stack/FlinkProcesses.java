package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A standalone, highly available Flink cluster as a mine runs it: a JobManager and a TaskManager in
 * processes of their own, started with Flink's own entry points, and again whenever they die.
 *
 * <p>What Flink's start scripts do is done here: memory sizes and JVM options come from the
 * configuration. The children have this JVM's class path and die with it.
 */
public final class FlinkProcesses implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SupervisedProcess jobManager;
    private final SupervisedProcess taskManager;
    private final RestClusterClient<StandaloneClusterId> client;
    private final FlinkJobs jobs;

    private FlinkProcesses(
            SupervisedProcess jobManager,
            SupervisedProcess taskManager,
            RestClusterClient<StandaloneClusterId> client,
            FlinkJobs jobs) {
        this.jobManager = jobManager;
        this.taskManager = taskManager;
        this.client = client;
        this.jobs = jobs;
    }

    /**
     * Where a cluster's files and ports are.
     *
     * @param configuration the folder with {@code config.yaml} and {@code log4j2.properties}
     * @param state checkpoints, savepoints, what a next leader needs
     * @param logs a log for each process
     * @param slots how many subtasks run at once
     * @param webPort the web UI's port on the loopback address
     * @param zooKeeper ZooKeeper's {@code host:port}
     */
    public record Settings(
            Path configuration, Path state, Path logs, int slots, int webPort, String zooKeeper) {

        /** What differs from the file, as {@code -D} options. */
        private Map<String, String> overrides() {
            Map<String, String> overrides = new TreeMap<>();
            overrides.put(RestOptions.PORT.key(), Integer.toString(webPort));
            overrides.put(RestOptions.BIND_PORT.key(), Integer.toString(webPort));
            overrides.put(JobManagerOptions.PORT.key(), "0");
            overrides.put(TaskManagerOptions.NUM_TASK_SLOTS.key(), Integer.toString(slots));
            overrides.put(HighAvailabilityOptions.HA_ZOOKEEPER_QUORUM.key(), zooKeeper);
            overrides.put(
                    HighAvailabilityOptions.HA_STORAGE_PATH.key(),
                    state.resolve("ha").toUri().toString());
            overrides.put(CoreOptions.TMP_DIRS.key(), state.resolve("tmp").toString());
            return overrides;
        }

        /** Flink's processes expect the folder of their temporary files to be there. */
        private Configuration load() {
            try {
                Files.createDirectories(state.resolve("tmp"));
            } catch (IOException e) {
                throw new StackException("Flink cannot use " + state + ": " + e.getMessage(), e);
            }
            return GlobalConfiguration.loadConfiguration(
                    configuration.toString(), Configuration.fromMap(overrides()));
        }
    }

    /**
     * Starts both processes; they may not be up yet when this returns, but the cluster's client
     * waits for them.
     *
     * @throws StackException when a process cannot be started
     */
    public static FlinkProcesses start(Settings settings) {
        Configuration configuration = settings.load();
        SupervisedProcess jobManager = jobManager(settings, configuration);
        try {
            SupervisedProcess taskManager = taskManager(settings, configuration);
            RestClusterClient<StandaloneClusterId> client = client(settings);
            return new FlinkProcesses(
                    jobManager,
                    taskManager,
                    client,
                    new FlinkJobs(client, configuration, settings.state()));
        } catch (RuntimeException e) {
            jobManager.close();
            throw e;
        }
    }

    /** The jobs on this cluster. */
    public FlinkJobs jobs() {
        return jobs;
    }

    public SupervisedProcess jobManager() {
        return jobManager;
    }

    public SupervisedProcess taskManager() {
        return taskManager;
    }

    @Override
    public void close() {
        client.close();
        taskManager.close();
        jobManager.close();
    }

    private static SupervisedProcess jobManager(Settings settings, Configuration configuration) {
        JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(configuration);
        List<String> jvm =
                words(JobManagerProcessUtils.generateJvmParametersStr(memory, configuration));
        jvm.addAll(jvmOptions(configuration, CoreOptions.FLINK_JM_JVM_OPTIONS));
        List<String> arguments = words(JobManagerProcessUtils.generateDynamicConfigsStr(memory));
        return supervised(
                "jobmanager",
                StandaloneSessionClusterEntrypoint.class.getName(),
                settings,
                jvm,
                arguments);
    }

    private static SupervisedProcess taskManager(Settings settings, Configuration configuration) {
        TaskExecutorProcessSpec memory =
                TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        List<String> jvm = words(ProcessMemoryUtils.generateJvmParametersStr(memory));
        jvm.addAll(jvmOptions(configuration, CoreOptions.FLINK_TM_JVM_OPTIONS));
        List<String> arguments = words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
        return supervised(
                "taskmanager", TaskManagerRunner.class.getName(), settings, jvm, arguments);
    }

    private static SupervisedProcess supervised(
            String name,
            String mainClass,
            Settings settings,
            List<String> jvm,
            List<String> dynamic) {
        List<String> options = new ArrayList<>(jvm);
        options.add("-Dlog.file=" + settings.logs().resolve(name + ".log"));
        options.add(
                "-Dlog4j2.configurationFile="
                        + settings.configuration().resolve("log4j2.properties"));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--configDir", settings.configuration().toString()));
        arguments.addAll(dynamic);
        settings.overrides()
                .forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
        Path output = settings.logs().resolve(name + ".out");
        return SupervisedProcess.start(
                name, () -> ChildJvm.start(mainClass, options, arguments, output), PAUSE);
    }

    private static List<String> jvmOptions(
            Configuration configuration, ConfigOption<String> ofProcess) {
        List<String> options = words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS));
        options.addAll(words(configuration.get(ofProcess)));
        return options;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** By a fixed address: one JobManager that comes back where it was. */
    private static RestClusterClient<StandaloneClusterId> client(Settings settings) {
        Configuration own = new Configuration();
        own.set(RestOptions.ADDRESS, "127.0.0.1");
        own.set(RestOptions.PORT, settings.webPort());
        own.set(RestOptions.RETRY_DELAY, Duration.ofMillis(500));
        own.set(RestOptions.RETRY_MAX_ATTEMPTS, 120);
        try {
            return new RestClusterClient<>(own, StandaloneClusterId.getInstance());
        } catch (Exception e) {
            throw new StackException("Flink's client cannot start: " + e.getMessage(), e);
        }
    }
}
