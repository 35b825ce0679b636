package io.fueloptimine.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fuel models}. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "The model registry: lists, shows and compares versions, and says which is champion"
                        + " or challenger.",
        subcommands = {
            ListModelsCommand.class,
            ShowModelCommand.class,
            CompareModelsCommand.class,
            PromoteModelCommand.class,
            RollbackModelCommand.class
        })
final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: list, show, compare, promote or rollback; see --help");
    }
}
