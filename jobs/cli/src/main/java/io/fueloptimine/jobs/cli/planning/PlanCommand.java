package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.compare.run.PolicyRun;
import io.fueloptimine.jobs.compare.run.RunSettings;
import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.fleet.HauledLoads;
import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import io.fueloptimine.models.dispatch.bound.ShiftBound;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.dispatch.scenario.PlanCase;
import io.fueloptimine.models.dispatch.scenario.PlannedCase;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        subcommands = PlanCompareCommand.class,
        description = {
            "Plans the fleet: which trucks work, and where they haul, with the fewest litres for the"
                    + " tonnes of the dig plan. With --scenario the plan with all these changes is"
                    + " printed beside the plan without; fuel plan compare prints several"
                    + " scenarios side by side.",
            "With --bound: prints for each shift the least empty travel with which its loads could"
                    + " have been hauled to the same dumps. No dispatcher can save more on ways that trucks"
                    + " drove.",
            "Columns: empty travel as driven, by fixed pairs (each truck returns to the place where"
                    + " its load came from), and at the optimum, in hours. Fixed pairs and optimum"
                    + " use the median times in which trucks drove from dump to loading place.",
            "The loads are those of a fleet management system's records (--fms), or of simulated"
                    + " shifts of a mine (--mine). Of a simulated mine, the times are those of the"
                    + " shortest roads at the mean empty speed, also of ways that no truck drove.",
            "With --lp or --mps: writes the model of a mine's plan for other solvers."
        })
public final class PlanCommand implements Callable<Integer> {

    @Option(names = "--bound", description = "Compute the least empty travel of each shift.")
    private boolean bound;

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            description = "The folder with a fleet management system's files.")
    private Path fleet;

    @Option(
            names = "--mine",
            paramLabel = "FILE",
            description =
                    "The mine file (default of a plan: deploy/local/mines/andes.yaml; with --bound"
                            + " instead of --fms).")
    private Path mine;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "fixed",
            description =
                    "With --bound and --mine: the policy of the simulated shifts, as in fuel compare (default:"
                            + " ${DEFAULT-VALUE}).")
    private String policy;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "101",
            description = "With --bound and --mine: the seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--shifts",
            paramLabel = "N",
            defaultValue = "2",
            description = "With --bound and --mine: number of shifts (default: ${DEFAULT-VALUE}).")
    private int shifts;

    @Mixin private MappingOption mapping;
    @Mixin private ScenarioOptions options;
    @Mixin private ModelFiles model;
    @Mixin private SettingsOption settings;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("plan"));
        PrintWriter out = spec.commandLine().getOut();
        StartFaults settingsFaults = new StartFaults();
        settingsFaults.check(settings::read);
        settingsFaults.requireNone();
        PlannerSettings planner = settings.read().dispatch().planner();
        if (model.given()) {
            Path file = mine == null ? home.mine() : mine;
            StartFaults faults = new StartFaults();
            faults.check(() -> MineSiteFile.read(file));
            faults.requireNone();
            model.write(MineSiteFile.read(file), planner, out);
        } else if (bound) {
            Require.that(
                    spec,
                    (fleet == null) != (mine == null),
                    "--fms",
                    fleet,
                    "either --fms or --mine");
            out.print(BoundText.of(fleet == null ? simulated() : recorded(out)));
        } else {
            Require.that(spec, fleet == null, "--fms", fleet, "--bound with it");
            printPlan(mine == null ? home.mine() : mine, planner, out);
        }
        out.flush();
        return 0;
    }

    private void printPlan(Path mineFile, PlannerSettings planner, PrintWriter out) {
        PlanCase base = options.cases(spec, mineFile).get(0);
        List<PlannedCase> plans = new ArrayList<>();
        plans.add(PlannedCase.of("base", base, planner));
        if (!options.names().isEmpty()) {
            plans.add(
                    PlannedCase.of(
                            String.join(",", options.names()), options.together(base), planner));
        }
        if (options.json()) {
            out.print(ScenarioJson.of(plans));
            return;
        }
        out.print(ScenarioText.sideBySide(plans));
        out.println();
        out.print(ScenarioText.flows(plans.get(plans.size() - 1)));
    }

    private List<ShiftBound> recorded(PrintWriter out) {
        StartFaults faults = new StartFaults().requireFolder("--fms", fleet);
        faults.check(mapping::read);
        faults.requireNone();
        HauledLoads hauled = HauledLoads.read(fleet, mapping.read());
        hauled.report().lines().forEach(out::println);
        return EmptyTravelBound.perShift(hauled.loads());
    }

    private List<ShiftBound> simulated() {
        StartFaults faults = new StartFaults();
        faults.check(() -> MineSiteFile.read(mine));
        faults.check(this::chosenPolicy);
        faults.check(() -> Require.that(spec, shifts >= 1, "--shifts", shifts, "1 or more"));
        faults.requireNone();
        RunSettings settings = RunSettings.ofShifts(MineSiteFile.read(mine), shifts);
        PolicyRun run = new PolicyRun(settings, chosenPolicy(), Variant.BASE, seed);
        run.result();
        return run.emptyTravel();
    }

    private PolicyName chosenPolicy() {
        return NamedOptions.one(spec, "--policy", policy, PolicyName.values(), PolicyName::text);
    }
}
