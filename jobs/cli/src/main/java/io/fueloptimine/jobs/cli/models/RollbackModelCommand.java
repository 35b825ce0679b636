package io.fueloptimine.jobs.cli.models;

import io.fueloptimine.jobs.cli.options.AnnouncementOptions;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MlflowOptions;
import io.fueloptimine.jobs.cli.options.ModelNameOption;
import io.fueloptimine.jobs.cli.options.RegistryOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fuel models rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the previous champion champion again. Repeated, goes back one more version.",
            "Exit code 1: done, but the announcement to the running jobs failed."
        })
final class RollbackModelCommand implements Callable<Integer> {

    @Mixin private ModelNameOption name;
    @Mixin private RegistryOptions registry;
    @Mixin private AnnouncementOptions announcement;
    @Mixin private MlflowOptions mlflow;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("models"));
        StartFaults faults = new StartFaults().add(registry.faultsOfChanges(home));
        faults.check(announcement::check);
        faults.check(() -> mlflow.check(spec));
        faults.requireNone();
        ModelRegistry open = registry.open(home);
        int champion = open.rollback(name.value());
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s version %d is the champion again.%n",
                        name.value(),
                        champion);
        int exitCode = announcement.announce(spec, name.value(), champion);
        mlflow.mirror(spec, open, name.value());
        return exitCode;
    }
}
