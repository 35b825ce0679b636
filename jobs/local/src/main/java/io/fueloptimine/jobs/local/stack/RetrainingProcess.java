package io.fueloptimine.jobs.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code fuel retrain --watch} in a child process that is started again when it dies. A crash
 * of XGBoost's native code then ends only that process, and its memory is separate from the jobs'.
 */
public final class RetrainingProcess {

    private static final String MAIN = "io.fueloptimine.jobs.cli.Fuel";
    private static final String MAX_HEAP = "-Xmx768m";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private RetrainingProcess() {}

    /**
     * Starts the process and returns before it reads requests. Requests that arrive meanwhile are
     * not lost: it reads the topic from the beginning or from its last commit.
     *
     * @param folder the folder for its log and its output
     * @param arguments further arguments of the command
     */
    public static SupervisedProcess start(FuelHome home, Path folder, List<String> arguments) {
        List<String> jvm =
                List.of(
                        MAX_HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-D" + FuelHome.PROPERTY + "=" + home.root(),
                        ChildJvm.log4jConfiguration(home.flinkConf()));
        List<String> command = new ArrayList<>(List.of("retrain", "--watch"));
        command.addAll(List.of("--data", folder.toString()));
        command.addAll(arguments);
        return SupervisedProcess.start(
                "retraining",
                () -> ChildJvm.start(MAIN, jvm, command, folder.resolve("retraining.out")),
                PAUSE);
    }
}
