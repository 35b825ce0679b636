package io.fueloptimine.jobs.cli.models;

import io.fueloptimine.jobs.cli.options.AnnouncementOptions;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MlflowOptions;
import io.fueloptimine.jobs.cli.options.ModelNameOption;
import io.fueloptimine.jobs.cli.options.RegistryOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code fuel models promote}. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a version champion or challenger. Refused if its files have changed since"
                    + " registration, or if plain Java and XGBoost were not verified to predict"
                    + " the same with each forest.",
            "Exit code 1: done, but the announcement to the running jobs failed."
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
                    "champion, which scores, or challenger, whose scores are only compared (default:"
                            + " ${DEFAULT-VALUE}).")
    private Alias alias;

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
        boolean moved = open.promote(name.value(), alias, version);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s version %d is the %s%s.%n",
                        name.value(),
                        version,
                        alias.text(),
                        moved ? " now" : " already");
        int exitCode = announcement.announce(spec, name.value(), version);
        mlflow.mirror(spec, open, name.value());
        return exitCode;
    }

    /** Parses an alias, ignoring case. */
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
