package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.scenario.PlanCase;
import io.fueloptimine.models.dispatch.scenario.PlannedCase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fuel plan compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Plans the fleet without changes and with each --scenario, and prints the plans side by"
                    + " side in litres, tonnes and money.",
            "Fewer litres are a saving only where the tonnes per face are the same."
        })
public final class PlanCompareCommand implements Callable<Integer> {

    @Mixin private MineFileOption mine;
    @Mixin private ScenarioOptions options;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("plan"));
        List<PlanCase> cases = options.cases(spec, mine.file(home));
        List<PlannedCase> plans = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String name = i == 0 ? "base" : options.names().get(i - 1);
            plans.add(PlannedCase.of(name, cases.get(i), PlannerSettings.defaults()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(options.json() ? ScenarioJson.of(plans) : ScenarioText.sideBySide(plans));
        out.flush();
        return 0;
    }
}
