package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.cli.bundle.BundleCommand;
import io.fueloptimine.jobs.cli.cluster.FlinkCommand;
import io.fueloptimine.jobs.cli.cluster.SetupCommand;
import io.fueloptimine.jobs.cli.deadletters.DeadLettersCommand;
import io.fueloptimine.jobs.cli.doctor.DoctorCommand;
import io.fueloptimine.jobs.cli.drift.DriftCommand;
import io.fueloptimine.jobs.cli.evaluation.EvaluateAlarmsCommand;
import io.fueloptimine.jobs.cli.history.BackfillCommand;
import io.fueloptimine.jobs.cli.lake.LakeCommand;
import io.fueloptimine.jobs.cli.models.ModelsCommand;
import io.fueloptimine.jobs.cli.planning.BacktestCommand;
import io.fueloptimine.jobs.cli.planning.CompareCommand;
import io.fueloptimine.jobs.cli.planning.DispatchCommand;
import io.fueloptimine.jobs.cli.planning.PlanCommand;
import io.fueloptimine.jobs.cli.rules.RulesCommand;
import io.fueloptimine.jobs.cli.run.GatewayCommand;
import io.fueloptimine.jobs.cli.run.LocalCommand;
import io.fueloptimine.jobs.cli.run.ReplayCommand;
import io.fueloptimine.jobs.cli.run.ServersCommand;
import io.fueloptimine.jobs.cli.run.SimulateCommand;
import io.fueloptimine.jobs.cli.run.SoakCommand;
import io.fueloptimine.jobs.cli.settings.SettingsCommand;
import io.fueloptimine.jobs.cli.sql.SqlCommand;
import io.fueloptimine.jobs.cli.training.EvaluateCommand;
import io.fueloptimine.jobs.cli.training.RetrainCommand;
import io.fueloptimine.jobs.cli.training.TrainCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel}, which only contains the sub-commands. */
@Command(
        name = "fuel",
        description =
                "FuelOptiMine: monitors and reduces the fuel consumption of a mine's machines.",
        mixinStandardHelpOptions = true,
        version = VersionCommand.PRODUCT,
        subcommands = {
            LocalCommand.class,
            SimulateCommand.class,
            ReplayCommand.class,
            BackfillCommand.class,
            GatewayCommand.class,
            TrainCommand.class,
            RetrainCommand.class,
            ModelsCommand.class,
            EvaluateCommand.class,
            DriftCommand.class,
            PlanCommand.class,
            DispatchCommand.class,
            CompareCommand.class,
            BacktestCommand.class,
            EvaluateAlarmsCommand.class,
            DeadLettersCommand.class,
            SqlCommand.class,
            LakeCommand.class,
            RulesCommand.class,
            SettingsCommand.class,
            SetupCommand.class,
            DoctorCommand.class,
            FlinkCommand.class,
            BundleCommand.class,
            ServersCommand.class,
            SoakCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "fuel bench measures the speed of the parts and has separate libraries: fuel bench"
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
