package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.fleet.HauledLoads;
import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "With --bound: prints for each shift the least empty travel with which its loads could"
                    + " have been hauled to the same dumps. No dispatcher can save more on ways that trucks"
                    + " drove.",
            "Columns: empty travel as driven, by fixed pairs (each truck returns to the place where"
                    + " its load came from), and at the optimum, in hours. Fixed pairs and optimum"
                    + " use the median times in which trucks drove from dump to loading place."
        })
public final class PlanCommand implements Callable<Integer> {

    @Option(
            names = "--bound",
            required = true,
            description = "Compute the least empty travel of each shift.")
    private boolean bound;

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            required = true,
            description = "The folder with a fleet management system's files.")
    private Path fleet;

    @Mixin private MappingOption mapping;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        LogFolder.use(FuelHome.find().data("plan"));
        StartFaults faults = new StartFaults().requireFolder("--fms", fleet);
        faults.check(mapping::read);
        faults.requireNone();
        HauledLoads hauled = HauledLoads.read(fleet, mapping.read());
        PrintWriter out = spec.commandLine().getOut();
        hauled.report().lines().forEach(out::println);
        out.print(BoundText.of(EmptyTravelBound.perShift(hauled.loads())));
        out.flush();
        return 0;
    }
}
