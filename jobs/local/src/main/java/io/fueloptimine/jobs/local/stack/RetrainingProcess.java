package io.fueloptimine.jobs.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code fuel retrain --watch} in a child process that is started again after it has ended. A
 * crash of XGBoost's native code therefore ends only the child process, and training does not use
 * the memory of the jobs' process.
 */
public final class RetrainingProcess {

    private static final String MAIN = "io.fueloptimine.jobs.cli.Fuel";
    private static final String MAX_HEAP = "-Xmx768m";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private RetrainingProcess() {}

    /**
     * Starts the process, and returns before the process reads requests. Requests that arrive
     * during the start are not lost, because the process reads the topic from the beginning or from
     * its last commit.
     *
     * @param folder the folder for the log and the output of the process
     * @param security certificates and users of the servers; empty for none
     * @param arguments further arguments of the command
     */
    public static SupervisedProcess start(
            FuelHome home, Path folder, Optional<StackSecurity> security, List<String> arguments) {
        List<String> jvm = new ArrayList<>();
        security.ifPresent(given -> jvm.addAll(SqlTls.clientOptions(given)));
        jvm.addAll(
                List.of(
                        MAX_HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-D" + FuelHome.PROPERTY + "=" + home.root(),
                        ChildJvm.log4jConfiguration(home.flinkConf())));
        List<String> command = new ArrayList<>(List.of("retrain", "--watch"));
        command.addAll(List.of("--data", folder.toString()));
        security.ifPresent(
                given ->
                        given.kafkaOptions(KafkaPrincipals.RETRAINING)
                                .forEach(
                                        (key, value) ->
                                                command.addAll(
                                                        List.of(
                                                                "--kafka-option",
                                                                key + "=" + value))));
        command.addAll(arguments);
        return SupervisedProcess.start(
                "retraining",
                () -> ChildJvm.start(MAIN, jvm, command, folder.resolve("retraining.out")),
                PAUSE);
    }
}
