package io.fueloptimine.jobs.cli.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel models}. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "The model registry: lists, shows and compares versions, and sets the champion and the"
                        + " challenger.",
        subcommands = {
            ListModelsCommand.class,
            ShowModelCommand.class,
            CompareModelsCommand.class,
            PromoteModelCommand.class,
            RollbackModelCommand.class
        })
public final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a sub-command is missing: expected list, show, compare, promote or rollback");
    }
}
