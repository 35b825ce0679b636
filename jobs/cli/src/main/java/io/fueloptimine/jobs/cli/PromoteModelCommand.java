package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code fuel models promote}. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a version champion or challenger in one step, if its files are those registered"
                    + " and plain Java was proven equal to XGBoost on every forest.",
            "Exit code 1: done, but the running jobs could not be told."
        })
final class PromoteModelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "N", description = "The version's number.")
    private int version;

    @Option(
            names = "--as",
            paramLabel = "ALIAS",
            defaultValue = "champion",
            converter = AliasName.class,
            description =
                    "champion, which scores, or challenger, which scores beside it unseen (default:"
                            + " ${DEFAULT-VALUE}).")
    private Alias alias;

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
        boolean moved = open.promote(name.value(), alias, version);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s version %d is the %s%s.%n",
                        name.value(), version, alias.text(), moved ? " now" : " already");
        int exitCode = told.tell(spec, name.value(), version);
        mlflow.mirror(spec, open, name.value());
        return exitCode;
    }

    /** Reads an alias in any case. */
    static final class AliasName implements ITypeConverter<Alias> {
        @Override
        public Alias convert(String value) {
            return Alias.of(value)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'" + value + "', expected champion or challenger"));
        }
    }
}
