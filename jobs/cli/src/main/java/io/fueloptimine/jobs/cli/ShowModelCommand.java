package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.ModelPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fuel models show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "All that is known of a version: where it comes from, its worth beside the"
                        + " baselines, its files and what happened to it.")
final class ShowModelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "N", description = "The version's number.")
    private int version;

    @Mixin private ModelName name;
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
