package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fuel models rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the champion before the present one champion again; repeated, the one before"
                    + " that.",
            "Exit code 1: done, but the running jobs could not be told."
        })
final class RollbackModelCommand implements Callable<Integer> {

    @Mixin private ModelName name;
    @Mixin private RegistryOptions registry;
    @Mixin private ToldOptions told;
    @Mixin private MlflowOptions mlflow;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("models"));
        mlflow.check(spec);
        ModelRegistry open = registry.open(home);
        int champion = open.rollback(name.value());
        spec.commandLine()
                .getOut()
                .printf("%s version %d is the champion again.%n", name.value(), champion);
        int exitCode = told.tell(spec, name.value(), champion);
        mlflow.mirror(spec, open, name.value());
        return exitCode;
    }
}
