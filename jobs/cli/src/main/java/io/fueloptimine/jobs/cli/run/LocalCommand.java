package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.cli.options.DataOptions;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.MineOptions;
import io.fueloptimine.jobs.cli.options.PortOptions;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.RunOptions;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.LocalRun;
import io.fueloptimine.jobs.local.account.RunSummary;
import io.fueloptimine.jobs.local.drift.DriftReport;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel local}. */
@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole product on this machine: a simulated mine, MQTT broker, Kafka, SQL server,"
                    + " Flink with its web UI and the streaming jobs. Ctrl-C stops it; the next"
                    + " start continues from there.",
            "Exit code 0 only if every reading that the mine sent is accounted for."
        })
public final class LocalCommand implements Callable<Integer> {

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Stop after N minutes (default: run until interrupted).")
    private Double minutes;

    @Option(
            names = "--no-retraining",
            description =
                    "Do not retrain models (default: a child process does when the mine changes).")
    private boolean noRetraining;

    @Option(
            names = "--secure",
            description =
                    "MQTT, Kafka and SQL require TLS and a password. The first start makes the"
                            + " certificates and passwords, in the data folder.")
    private boolean secure;

    @Option(
            names = "--beside",
            paramLabel = "FILE",
            description =
                    "When the run is over, run the mine again with the same seed, time and data"
                            + " folder + \"-beside\", but with this scenario, and print what the"
                            + " worn truck of --scenario changed in prices, plans and"
                            + " assignments. Needs --minutes, and --fresh or new folders.")
    private Path beside;

    @Mixin private DataOptions data;
    @Mixin private MineOptions mine;
    @Mixin private RunOptions run;
    @Mixin private SettingsOption stepSettings;
    @Mixin private PortOptions ports;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = data.folder(home.data("local"));
        requireValid(home, folder);
        data.startFresh(folder, spec.commandLine().getOut()::println);
        MineSite site = mine.site(home);
        return StoppableRun.execute(spec, stop -> run(home, folder, site, stop));
    }

    private int run(FuelHome home, Path folder, MineSite site, StopSignal stop) throws Exception {
        Scenario scenario = mine.scenario(home, site);
        int exitCode = run(home, settings(home, folder, site, scenario), stop);
        if (beside == null || exitCode != 0 || stop.exitCode() != 0) {
            return exitCode;
        }
        Path second = folder.resolveSibling(folder.getFileName() + "-beside");
        data.startFresh(second, spec.commandLine().getOut()::println);
        Scenario other = ScenarioFile.read(beside, site);
        int otherCode = run(home, settings(home, second, site, other), stop);
        return otherCode == 0 && stop.exitCode() == 0
                ? report(home, scenario, folder, second)
                : otherCode;
    }

    private LocalRun.Settings settings(
            FuelHome home, Path folder, MineSite site, Scenario scenario) {
        return new LocalRun.Settings(
                folder,
                length(),
                site,
                scenario,
                mine.seed(),
                mine.speedUp(spec),
                run.installationRegistry(home, folder, spec.commandLine().getOut()::println),
                stepSettings.checked(),
                !noRetraining,
                run.parallelism(spec),
                ports.ports(),
                secure);
    }

    private int report(FuelHome home, Scenario scenario, Path with, Path without)
            throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        DriftReport report =
                DriftReport.ofFolders(
                        DriftReport.wearIn(scenario).orElseThrow(),
                        with,
                        without,
                        ports.ports().sql(),
                        home.queries().resolve("drift_to_assignments.sql"));
        out.println();
        out.print(report.render());
        out.flush();
        return report.shown() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private int run(FuelHome home, LocalRun.Settings settings, StopSignal stop) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        RunSummary summary = new LocalRun(home, settings, out::println, stop).run();
        out.println();
        out.print(summary.render());
        out.flush();
        return summary.isAccounted() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private void requireValid(FuelHome home, Path folder) {
        StartFaults faults = new StartFaults().add(DataFolder.faultsIn(folder));
        faults.add(Ports.faultsIn(ports.ports().uses()));
        faults.check(this::length);
        mine.check(spec, home, faults);
        run.check(spec, home, !noRetraining, faults);
        faults.check(stepSettings::checked);
        faults.requireNone();
        if (beside != null) {
            requireWear(home);
        }
    }

    private void requireWear(FuelHome home) {
        Require.that(spec, minutes != null, "--beside", beside, "--minutes, too");
        MineSite site = mine.site(home);
        ScenarioFile.read(beside, site);
        Require.that(
                spec,
                DriftReport.wearIn(mine.scenario(home, site)).isPresent(),
                "--beside",
                beside,
                "a --scenario with the fault injector-wear");
    }

    private Optional<Duration> length() {
        if (minutes == null) {
            return Optional.empty();
        }
        Require.that(spec, minutes > 0, "--minutes", minutes, "a number above 0");
        return Optional.of(Duration.ofMillis(Math.round(minutes * 60_000)));
    }
}
