package io.fueloptimine.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fuel}: the one launcher. It does nothing by itself but tell what there is. */
@Command(
        name = "fuel",
        description = "FuelOptiMine: what a mine's machines burn, and how they could burn less.",
        mixinStandardHelpOptions = true,
        version = "FuelOptiMine 0.1.0-SNAPSHOT",
        subcommands = {
            LocalCommand.class,
            SimulateCommand.class,
            ReplayCommand.class,
            GatewayCommand.class,
            TrainCommand.class,
            RetrainCommand.class,
            ModelsCommand.class,
            EvaluateCommand.class,
            DeadLettersCommand.class,
            RulesCommand.class,
            SoakCommand.class
        },
        footer = {
            "",
            "fuel bench, with libraries of its own, measures how fast the parts are: fuel bench"
                    + " --help."
        })
final class FuelCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing; fuel --help lists them");
    }
}
