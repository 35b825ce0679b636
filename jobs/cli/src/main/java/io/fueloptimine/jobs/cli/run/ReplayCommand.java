package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.cli.options.DataOptions;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.PortOptions;
import io.fueloptimine.jobs.cli.options.RunOptions;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.ReplayRun;
import io.fueloptimine.jobs.local.replay.ReplaySummary;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the cycles and refuellings of a real mine, from the files of its fleet management"
                    + " system, through the same broker and jobs. Prints what was rejected and"
                    + " why, and statistics of the mine from SQL.",
            "Exit code 0 only if every record is accounted for."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            required = true,
            description = "The folder with the files of the fleet management system.")
    private Path fleet;

    @Mixin private DataOptions data;
    @Mixin private MappingOption mapping;
    @Mixin private RunOptions run;
    @Mixin private SettingsOption stepSettings;
    @Mixin private PortOptions ports;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = data.folder(home.data("replay"));
        requireValid(home, folder);
        data.startFresh(folder, spec.commandLine().getOut()::println);
        FleetMapping fleetMapping = mapping.read();
        ReplayRun.Settings settings =
                new ReplayRun.Settings(
                        fleet,
                        fleetMapping,
                        folder,
                        MineSiteFile.read(home.mine()),
                        run.registry(home),
                        stepSettings.checked(),
                        run.parallelism(spec),
                        ports.ports());
        return StoppableRun.execute(spec, stop -> run(home, settings));
    }

    private void requireValid(FuelHome home, Path folder) {
        StartFaults faults = new StartFaults().add(DataFolder.faultsIn(folder));
        faults.add(Ports.faultsIn(ports.ports().uses()));
        faults.requireFolder("--fms", fleet);
        faults.check(mapping::read);
        run.check(spec, home, false, faults);
        faults.check(stepSettings::checked);
        faults.requireNone();
    }

    private int run(FuelHome home, ReplayRun.Settings settings) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ReplaySummary summary = new ReplayRun(home, settings, out::println).run();
        out.print(summary.render());
        out.flush();
        return summary.isAccounted() ? 0 : ExitCodes.WRONG_RESULT;
    }
}
