package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.report.BacktestReport;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.MineSiteFile;
import io.fueloptimine.models.mine.TruckClass;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "What dispatch would have saved at your mine: fits the simulator to a fleet management"
                    + " system's records, proves the fit on shifts that it did not see, and runs"
                    + " policies on each recorded shift, at the recorded tonnes of each face and"
                    + " destination.",
            "The odd shifts are fitted, the even ones check the fit. Savings are litres per shift"
                    + " with 95 %% intervals, against the recorded assignments and against fixed"
                    + " pairs, beside what an all-knowing dispatcher saves on empty travel.",
            "The same records and options give the same report."
        })
public final class BacktestCommand implements Callable<Integer> {

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            required = true,
            description = "The folder with the fleet management system's files.")
    private Path fleet;

    @Mixin private MappingOption mapping;

    @Mixin private MineFileOption mine;

    @Option(
            names = "--policies",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "fixed,sptf,fueloptimine",
            description =
                    "The policies beside the recorded assignments, as in fuel compare (default:"
                            + " ${DEFAULT-VALUE}).")
    private List<String> policies;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Number of seeds per shift (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "101",
            description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long firstSeed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at the same time (default: the number of processors).")
    private Integer threads;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report (default: data/backtest).")
    private Path folder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("backtest"));
        requireValid(home);
        PrintWriter out = spec.commandLine().getOut();
        MineRecords records = MineRecords.read(fleet, mapping.read());
        Backtest backtest =
                new Backtest(
                        records,
                        truckClasses(records, home),
                        NamedOptions.some(
                                spec,
                                "--policies",
                                policies,
                                PolicyName.values(),
                                PolicyName::text),
                        firstSeed,
                        seeds);
        Backtest.Outcome outcome = backtest.outcome(threadCount(), new RunProgress(out)::runEnded);
        BacktestReport report = BacktestReport.of(backtest, outcome, spec.root().version()[0]);
        out.print(report.text());
        Path written = folder == null ? home.data("backtest") : folder;
        report.writeTo(written);
        out.println("report: " + written.resolve(BacktestReport.HTML));
        out.flush();
        return 0;
    }

    /** The records name the classes of the trucks; the mine file describes them. */
    private Map<String, TruckClass> truckClasses(MineRecords records, FuelHome home) {
        Map<String, TruckClass> classes = new TreeMap<>();
        MineSiteFile.read(mine.file(home))
                .truckClasses()
                .forEach(truckClass -> classes.put(truckClass.name(), truckClass));
        for (String name : records.classNames()) {
            if (!classes.containsKey(name)) {
                throw new InvalidInputException(
                        "class of a truck is '"
                                + name
                                + "', expected one of the mine file "
                                + mine.file(home)
                                + ": "
                                + String.join(", ", classes.keySet()));
            }
        }
        return classes;
    }

    private void requireValid(FuelHome home) {
        StartFaults faults = new StartFaults().requireFolder("--fms", fleet);
        faults.check(mapping::read);
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        faults.check(
                () ->
                        NamedOptions.some(
                                spec,
                                "--policies",
                                policies,
                                PolicyName.values(),
                                PolicyName::text));
        faults.check(() -> Require.that(spec, seeds >= 1, "--seeds", seeds, "1 or more"));
        faults.check(
                () -> Require.that(spec, threadCount() >= 1, "--threads", threads, "1 or more"));
        faults.requireNone();
    }

    private int threadCount() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
