package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.ModelComparison;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fuel models compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Two versions side by side: their worth, and the parameters, data and features that"
                        + " differ.")
final class CompareModelsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "N", description = "One version's number.")
    private int first;

    @Parameters(index = "1", paramLabel = "M", description = "The other's.")
    private int second;

    @Mixin private ModelName name;
    @Mixin private RegistryOptions registry;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelComparison comparison = new ModelComparison(registry.open(FuelHome.find()));
        out.print(comparison.of(name.value(), first, second));
        out.flush();
        return 0;
    }
}
