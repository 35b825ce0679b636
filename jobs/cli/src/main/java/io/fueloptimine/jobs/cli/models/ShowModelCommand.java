package io.fueloptimine.jobs.cli.models;

import io.fueloptimine.jobs.cli.options.ModelNameOption;
import io.fueloptimine.jobs.cli.options.RegistryOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.ModelPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel models show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows a version: its training data, its metrics and those of the baselines, its files"
                        + " and its history.")
final class ShowModelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "N", description = "The version's number.")
    private int version;

    @Mixin private ModelNameOption name;
    @Mixin private RegistryOptions registry;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(new ModelPage(registry.open(FuelHome.find())).of(name.value(), version));
        out.flush();
        return 0;
    }
}
