package io.fueloptimine.jobs.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code fuel retrain --watch} as a child of this process, started again when it dies: XGBoost's
 * native code can end its own process only, and its memory is not the jobs'.
 */
public final class RetrainingProcess {

    private static final String MAIN = "io.fueloptimine.jobs.cli.Fuel";
    private static final String MOST_MEMORY = "-Xmx768m";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private RetrainingProcess() {}

    /**
     * Starts it; it may not listen yet when this returns, and misses nothing for it.
     *
     * @param folder where its log and what it prints go
     * @param arguments the command's own
     */
    public static SupervisedProcess start(FuelHome home, Path folder, List<String> arguments) {
        List<String> jvm =
                List.of(
                        MOST_MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-D" + FuelHome.PROPERTY + "=" + home.root(),
                        "-Dlog4j2.configurationFile="
                                + home.flinkConf().resolve("log4j2.properties"));
        List<String> line = new ArrayList<>(List.of("retrain", "--watch"));
        line.addAll(List.of("--data", folder.toString()));
        line.addAll(arguments);
        return SupervisedProcess.start(
                "retraining",
                () -> ChildJvm.start(MAIN, jvm, line, folder.resolve("retraining.out")),
                PAUSE);
    }
}
