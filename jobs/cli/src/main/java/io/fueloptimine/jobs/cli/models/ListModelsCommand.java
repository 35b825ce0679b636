package io.fueloptimine.jobs.cli.models;

import io.fueloptimine.jobs.cli.options.RegistryOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.ModelList;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel models list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists all versions with aliases, metrics on held-out rows and training data.")
final class ListModelsCommand implements Callable<Integer> {

    @Option(names = "--name", paramLabel = "NAME", description = "Only this model (default: all).")
    private String name;

    @Mixin private RegistryOptions registry;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        ModelRegistry open = registry.open(FuelHome.find());
        List<String> names = open.names();
        if (name != null && !names.contains(name)) {
            throw new InvalidInputException("no model " + name + "; the registry has " + names);
        }
        ModelList list = new ModelList(open);
        PrintWriter out = spec.commandLine().getOut();
        (name == null ? names : List.of(name)).forEach(each -> out.println(list.of(each)));
        out.flush();
        return 0;
    }
}
