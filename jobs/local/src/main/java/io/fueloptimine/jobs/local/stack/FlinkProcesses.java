package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.security.modules.ZookeeperModuleFactory;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A standalone Flink cluster with high availability: one JobManager and one TaskManager, each in a
 * child process that is started again after it has ended. Connections between the processes and to
 * the REST interface use TLS, and both sides show a certificate.
 *
 * <p>The processes run Flink's own entry points. As in Flink's start scripts, memory sizes and JVM
 * options come from the configuration. The child processes use the class path of this JVM, and end
 * together with it.
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
     * The files and ports of a cluster.
     *
     * @param configuration the folder with {@code config.yaml} and {@code log4j2.properties}
     * @param tls the certificates of the processes and of the client
     * @param state the folder for checkpoints, savepoints and high-availability metadata
     * @param logs the folder for the logs of both processes
     * @param slots number of task slots
     * @param webPort the port of the web UI on the loopback address
     * @param zooKeeper the address of ZooKeeper as {@code host:port}
     */
    public record Settings(
            Path configuration,
            ClusterTls tls,
            Path state,
            Path logs,
            int slots,
            int webPort,
            String zooKeeper) {

        /**
         * The options that override the configuration file. The processes receive the options with
         * {@code -D}.
         */
        private Map<String, String> overrides() {
            Map<String, String> overrides = new TreeMap<>();
            overrides.put(RestOptions.PORT.key(), Integer.toString(webPort));
            overrides.put(RestOptions.BIND_PORT.key(), Integer.toString(webPort));
            overrides.put(JobManagerOptions.PORT.key(), "0");
            overrides.put(TaskManagerOptions.NUM_TASK_SLOTS.key(), Integer.toString(slots));
            overrides.put(HighAvailabilityOptions.HA_ZOOKEEPER_QUORUM.key(), zooKeeper);
            overrides.put(
                    HighAvailabilityOptions.HA_STORAGE_PATH.key(),
                    FlinkPath.of(state.resolve("ha")));
            // Relative to the working folder, because this option is a list separated by commas
            // and colons.
            overrides.put(
                    CoreOptions.TMP_DIRS.key(),
                    logs.toAbsolutePath()
                            .relativize(state.resolve("tmp").toAbsolutePath())
                            .toString());
            // Without the default module for JAAS: it writes a file into the temporary folder, and
            // Java cannot read it if the name of the folder contains ${. Nothing here uses JAAS.
            overrides.put(
                    SecurityOptions.SECURITY_MODULE_FACTORY_CLASSES.key(),
                    ZookeeperModuleFactory.class.getName());
            return overrides;
        }

        /**
         * The folder with the configuration of the processes: the configuration of the cluster and
         * the passwords of its key stores.
         */
        private Path processConfiguration() {
            return state.resolve("conf");
        }

        /**
         * Loads the configuration without passwords, and creates the folder for temporary files,
         * because Flink does not create it.
         */
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
     * Starts both processes and returns before they are ready. The client of the cluster retries
     * until the processes answer.
     *
     * @throws StackException if a process cannot be started
     */
    public static FlinkProcesses start(Settings settings) {
        Configuration configuration = settings.load();
        settings.tls()
                .writeConfiguration(settings.configuration(), settings.processConfiguration());
        SupervisedProcess jobManager = jobManager(settings, configuration);
        try {
            SupervisedProcess taskManager = taskManager(settings, configuration);
            RestClusterClient<StandaloneClusterId> client = client(settings);
            return new FlinkProcesses(
                    jobManager,
                    taskManager,
                    client,
                    new FlinkJobs(
                            client,
                            JobMetrics.client(Optional.of(settings.tls().clientContext())),
                            configuration,
                            settings.state()));
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
                split(JobManagerProcessUtils.generateJvmParametersStr(memory, configuration));
        jvm.addAll(jvmOptions(configuration, CoreOptions.FLINK_JM_JVM_OPTIONS));
        List<String> arguments = split(JobManagerProcessUtils.generateDynamicConfigsStr(memory));
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
        List<String> jvm = split(ProcessMemoryUtils.generateJvmParametersStr(memory));
        jvm.addAll(jvmOptions(configuration, CoreOptions.FLINK_TM_JVM_OPTIONS));
        List<String> arguments = split(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
        return supervised(
                "taskmanager", TaskManagerRunner.class.getName(), settings, jvm, arguments);
    }

    private static SupervisedProcess supervised(
            String name,
            String mainClass,
            Settings settings,
            List<String> jvm,
            List<String> processArguments) {
        List<String> options = new ArrayList<>(jvm);
        // Relative to the working folder, because Log4j evaluates patterns in this name.
        options.add("-Dlog.file=./" + name + ".log");
        options.add(ChildJvm.log4jConfiguration(settings.configuration()));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--configDir", settings.processConfiguration().toString()));
        arguments.addAll(processArguments);
        settings.overrides()
                .forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
        Path output = settings.logs().resolve(name + ".out");
        return SupervisedProcess.start(
                name, () -> ChildJvm.start(mainClass, options, arguments, output), PAUSE);
    }

    private static List<String> jvmOptions(
            Configuration configuration, ConfigOption<String> ofProcess) {
        List<String> options = split(configuration.get(CoreOptions.FLINK_JVM_OPTIONS));
        options.addAll(split(configuration.get(ofProcess)));
        return options;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /**
     * Creates a client with a fixed address, because a JobManager that is started again has the
     * same address.
     */
    private static RestClusterClient<StandaloneClusterId> client(Settings settings) {
        Configuration clientConfiguration = settings.tls().client();
        clientConfiguration.set(RestOptions.ADDRESS, "127.0.0.1");
        clientConfiguration.set(RestOptions.PORT, settings.webPort());
        clientConfiguration.set(RestOptions.RETRY_DELAY, Duration.ofMillis(500));
        clientConfiguration.set(RestOptions.RETRY_MAX_ATTEMPTS, 120);
        try {
            return new RestClusterClient<>(clientConfiguration, StandaloneClusterId.getInstance());
        } catch (Exception e) {
            throw new StackException("Flink's client cannot start: " + e.getMessage(), e);
        }
    }
}
