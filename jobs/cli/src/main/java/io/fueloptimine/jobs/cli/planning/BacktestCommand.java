package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.report.BacktestReport;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.dispatch.scenario.DieselPrice;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.TruckClass;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
            "What dispatch would have saved at your mine: fits the simulator to the haul cycles of a"
                    + " fleet management system or of the lake, proves the fit on shifts that it did not see, and runs"
                    + " policies on each recorded shift, at the recorded tonnes of each face and"
                    + " destination.",
            "The odd shifts are fitted, the even ones check the fit. Savings are litres per shift"
                    + " with 95 %% intervals, against the recorded assignments and against fixed"
                    + " pairs, beside what an all-knowing dispatcher saves on empty travel.",
            "The same records and options give the same report."
        })
public final class BacktestCommand implements Callable<Integer> {

    @Mixin private RecordsOptions source;

    @Mixin private MineFileOption mine;

    @Mixin
    private PolicyRunOptions runs =
            new PolicyRunOptions("fixed,sptf,fueloptimine", 3, 1, "backtest");

    @Option(
            names = "--diesel-price",
            paramLabel = "PRICE",
            description =
                    "Price of diesel per litre (L) or US gallon (gal), such as 1.05/L or"
                            + " 3.90USD/gal (default: none, savings are litres).")
    private String price;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("backtest"));
        requireValid(home);
        PrintWriter out = spec.commandLine().getOut();
        MineSite site = MineSiteFile.read(mine.file(home));
        MineRecords records = source.read(spec, site);
        out.println(
                "Read "
                        + records.cycles()
                        + " haul cycles of "
                        + records.shifts().size()
                        + " shifts. Fitting the simulator and running the policies.");
        out.flush();
        Backtest backtest =
                new Backtest(
                        records,
                        truckClasses(records, site, home),
                        runs.policies(spec),
                        runs.firstSeed(),
                        runs.seeds());
        Backtest.Outcome outcome = backtest.outcome(runs.threads(), new RunProgress(out)::runEnded);
        BacktestReport report =
                BacktestReport.of(backtest, outcome, price(), spec.root().version()[0]);
        out.print(report.text());
        Path written = runs.report(home);
        report.writeTo(written);
        out.println("report: " + written.resolve(BacktestReport.HTML));
        out.flush();
        return 0;
    }

    /** The records name the classes of the trucks; the mine file describes them. */
    private Map<String, TruckClass> truckClasses(
            MineRecords records, MineSite site, FuelHome home) {
        Map<String, TruckClass> classes = new TreeMap<>();
        site.truckClasses().forEach(truckClass -> classes.put(truckClass.name(), truckClass));
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
        StartFaults faults = new StartFaults();
        source.check(spec, faults);
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        runs.check(spec, faults);
        faults.check(this::price);
        faults.requireNone();
    }

    private Optional<DieselPrice> price() {
        return price == null ? Optional.empty() : Optional.of(DieselPrices.of(spec, price));
    }
}
