package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast job ingest empties the MQTT broker's queue into Kafka, relative to"
                    + " an MQTT client that only counts, with the same broker and messages.",
            "Exit code 0 only if source to Kafka reaches "
                    + IngestReport.MIN_RATIO
                    + " of the client's rate."
        })
public final class IngestCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for all state, emptied first (default: data/bench).")
    private Path data;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "200000",
            description =
                    "Messages in a round; with fewer, JVM warm-up affects the result"
                            + " (default: ${DEFAULT-VALUE}).")
    private int messages;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Measured rounds, after a warm-up round (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Sessions at the broker (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "4000",
            description =
                    "Unacknowledged messages per session; see connectors/mqtt/BROKERS.md"
                            + " (default: ${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--checkpoint-ms",
            paramLabel = "N",
            defaultValue = "50",
            description = "Checkpoint interval in ms (default: ${DEFAULT-VALUE}).")
    private int checkpointMs;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Subtasks of each operator (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        IngestBench.Settings settings = settings(home);
        LogFolder.use(settings.data());
        PrintWriter out = spec.commandLine().getOut();
        IngestReport report = new IngestBench(home, settings, line -> print(out, line)).run();
        out.println();
        print(out, report.render().stripTrailing());
        return report.isFastEnough() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private IngestBench.Settings settings(FuelHome home) {
        requireRange("--messages", messages, 1_000_000);
        requireRange("--rounds", rounds, 100);
        requireRange("--sessions", sessions, 64);
        requireRange("--window", window, 65_535);
        requireRange("--checkpoint-ms", checkpointMs, 60_000);
        requireRange("--parallelism", parallelism, 64);
        return new IngestBench.Settings(
                data == null ? home.data("bench") : data,
                messages,
                rounds,
                new ReaderSettings(sessions, window, Duration.ofMillis(checkpointMs), parallelism));
    }

    private void requireRange(String option, int value, int highest) {
        Require.that(spec, value >= 1 && value <= highest, option, value, "1 to " + highest);
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
