package io.fueloptimine.jobs.cli.drift;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel drift report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Shows which features of the fuel windows have drifted from the training data of the"
                    + " champion: a table, and a page with pictures.",
            "With --sql it reads the rows that job fuel wrote to the table data_drift. With --lake"
                    + " or --data it compares the windows of the Parquet lake, at the times and"
                    + " with the measures of job fuel."
        })
public final class DriftReportCommand implements Callable<Integer> {

    @Mixin private DriftSourceOptions source;

    @Mixin private MineFileOption mine;

    @Mixin private SettingsOption settings;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report (default: data/drift).")
    private Path report;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("drift"));
        StartFaults faults = new StartFaults();
        source.check(spec, faults);
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        faults.check(settings::read);
        faults.requireNone();
        MineSite site = MineSiteFile.read(mine.file(home));
        ModelRegistry registry = new ModelRegistry(source.registry(home), MachineClasses.of(site));
        List<DataDrift> rows = source.rows(home, site, registry, settings.read().dataDrift());
        DataDriftReport page = new DataDriftReport(site.site(), rows, registry);
        PrintWriter out = spec.commandLine().getOut();
        out.print(page.text());
        Path folder = report == null ? home.data("drift") : report;
        page.writeTo(folder);
        out.println("report: " + folder.resolve(DataDriftReport.HTML));
        out.flush();
        return 0;
    }
}
