package io.fueloptimine.jobs.cli.models;

import io.fueloptimine.jobs.cli.options.ModelNameOption;
import io.fueloptimine.jobs.cli.options.RegistryOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.ModelComparison;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel models compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Compares two versions: their metrics, and the parameters, data and features that"
                        + " differ.")
final class CompareModelsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "N", description = "Number of the first version.")
    private int first;

    @Parameters(index = "1", paramLabel = "M", description = "Number of the second version.")
    private int second;

    @Mixin private ModelNameOption name;
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
