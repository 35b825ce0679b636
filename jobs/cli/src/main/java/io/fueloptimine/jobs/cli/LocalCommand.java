package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.LocalRun;
import io.fueloptimine.jobs.local.account.RunSummary;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.MineSite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fuel local}. */
@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        description = {
            "Everything on this machine: a simulated mine, MQTT broker, Kafka, SQL server, Flink"
                    + " with its web UI and the four jobs. Ctrl-C stops it; the next start goes on from"
                    + " there.",
            "Exit code 0 only if every reading that the mine sent is accounted for."
        })
final class LocalCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all state (default: data/local).")
    private Path data;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Stop by itself after N minutes, and print a summary.")
    private Double minutes;

    @Option(
            names = "--no-retraining",
            description =
                    "Train no new models (default: a child process does when the mine changes).")
    private boolean noRetraining;

    @Mixin private MineOptions mine;
    @Mixin private RunOptions run;
    @Mixin private PortOptions ports;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = data == null ? home.data("local") : data;
        LogFolder.use(folder);
        MineSite site = mine.site(home);
        LocalRun.Settings settings =
                new LocalRun.Settings(
                        folder,
                        length(),
                        site,
                        mine.scenario(home, site),
                        mine.seed(),
                        mine.speedUp(spec),
                        run.ownRegistry(home, folder, spec.commandLine().getOut()::println),
                        !noRetraining,
                        run.parallelism(spec),
                        ports.ports(spec));
        PrintWriter out = spec.commandLine().getOut();
        StopSignal stop = StopSignal.onShutdown();
        try {
            RunSummary summary = new LocalRun(home, settings, out::println, stop).run();
            out.println();
            out.print(summary.render());
            out.flush();
            return summary.isAccounted() ? 0 : Fuel.WRONG_RESULT;
        } catch (Exception e) {
            // Told here: once the run has ended, a JVM that is shutting down waits for nobody.
            return Fuel.report(e, spec.commandLine());
        } finally {
            stop.ended();
        }
    }

    private Optional<Duration> length() {
        if (minutes == null) {
            return Optional.empty();
        }
        Require.that(spec, minutes > 0, "--minutes", minutes, "a number above 0");
        return Optional.of(Duration.ofMillis(Math.round(minutes * 60_000)));
    }
}
