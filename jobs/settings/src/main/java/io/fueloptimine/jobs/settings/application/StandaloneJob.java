package io.fueloptimine.jobs.settings.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.client.deployment.application.ApplicationClusterEntryPoint;
import org.apache.flink.client.program.DefaultPackagedProgramRetriever;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.entrypoint.ClusterEntrypoint;
import org.apache.flink.runtime.entrypoint.EntrypointClusterConfiguration;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.runtime.util.JvmShutdownSafeguard;
import org.apache.flink.runtime.util.SignalHandler;
import org.apache.flink.util.FlinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JobManager for one job (application mode), with TaskManagers that are started by others. Flink
 * has the same in its module flink-container, which is not among the jars that Flink publishes for
 * builds. This class is used by the script {@code bin/standalone-job} only. It runs in Flink's
 * folder {@code lib}, which has no other module of the product.
 */
public final class StandaloneJob extends ApplicationClusterEntryPoint {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneJob.class);

    /** The exit code for wrong arguments, as of the commands. */
    private static final int WRONG_INPUT = 2;

    private StandaloneJob(Configuration configuration, PackagedProgram program) {
        super(configuration, program, StandaloneResourceManagerFactory.getInstance());
    }

    /**
     * Runs the job until it ends. {@link StandaloneArguments} describes the arguments. The process
     * ends with code 2 if they are wrong.
     */
    public static void main(String[] arguments) {
        EnvironmentInformation.logEnvironmentInfo(
                LOG, StandaloneJob.class.getSimpleName(), new String[0]);
        SignalHandler.register(LOG);
        JvmShutdownSafeguard.installAsShutdownHook(LOG);
        try {
            StandaloneArguments given = StandaloneArguments.parse(arguments);
            Configuration configuration = configuration(given);
            PackagedProgram program = program(given, configuration);
            configureExecution(configuration, program);
            ClusterEntrypoint.runClusterEntrypoint(new StandaloneJob(configuration, program));
        } catch (Exception e) {
            LOG.error("The job cannot be started", e);
            System.err.println("standalone-job: " + e.getMessage());
            System.exit(
                    e instanceof IllegalArgumentException
                            ? WRONG_INPUT
                            : STARTUP_FAILURE_RETURN_CODE);
        }
    }

    private static Configuration configuration(StandaloneArguments given) {
        Configuration configuration =
                loadConfiguration(
                        new EntrypointClusterConfiguration(
                                given.configuration(), given.dynamic(), new String[0]));
        given.savepoint()
                .ifPresent(
                        path ->
                                SavepointRestoreSettings.toConfiguration(
                                        SavepointRestoreSettings.forPath(
                                                path, given.allowNonRestoredState()),
                                        configuration));
        return configuration;
    }

    /** Only the job's own jar is on its class path, also if the folder has those of other jobs. */
    private static PackagedProgram program(StandaloneArguments given, Configuration configuration)
            throws FlinkException, IOException {
        Path jar = given.jar().isPresent() ? given.jar().get() : onlyJarIn(userFolder());
        return DefaultPackagedProgramRetriever.create(
                        null, jar.toFile(), null, given.job().toArray(String[]::new), configuration)
                .getPackagedProgram();
    }

    private static Path userFolder() {
        String home = System.getenv("FLINK_HOME");
        return Path.of(home == null ? "" : home).resolve("usrlib");
    }

    /**
     * The only jar in a folder.
     *
     * @throws IllegalArgumentException if there is none or more than one
     */
    static Path onlyJarIn(Path folder) throws IOException {
        List<Path> jars = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            }
        }
        if (jars.size() != 1) {
            throw new IllegalArgumentException(
                    folder
                            + " contains "
                            + jars.size()
                            + " jars, expected 1; or name the job's jar with --jars local:///...");
        }
        return jars.get(0);
    }
}
