package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.MlflowOptions;
import io.fueloptimine.jobs.cli.options.RegistryFaults;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.HistorySource;
import io.fueloptimine.jobs.training.RefuelTraining;
import io.fueloptimine.jobs.training.TrainingJob;
import io.fueloptimine.jobs.training.TrainingRequest;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the fuel models of windows and of cycles on simulated history, on the newest"
                    + " hours of a lake, or on telemetry in CSV files, and registers each as the"
                    + " next version. It becomes champion if it is better than the champion with"
                    + " statistical significance, or than the physics baseline if there is no"
                    + " champion.",
            "The same mine, seed and history give the same files.",
            "With --fms: trains the model of litres between two refuellings on the records of a"
                    + " fleet management system, and prints its cross-validation by truck and"
                    + " that of the baselines. Registers nothing."
        })
public final class TrainCommand implements Callable<Integer> {

    private static final List<String> FOREST_OPTIONS =
            List.of(
                    "--mine",
                    "--registry",
                    "--lake",
                    "--snapshot",
                    "--csv",
                    "--hours",
                    "--seed",
                    "--search",
                    "--mlflow");

    @Mixin private MineFileOption mine;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description = "The registry (default: the shipped registry, models/registry).")
    private Path registry;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "The lake to train on (default: none, history is simulated).")
    private Path lake;

    @Option(
            names = "--snapshot",
            paramLabel = "ID",
            description =
                    "With --lake: train again on the snapshot that an earlier training took, with"
                            + " its hours.")
    private String snapshot;

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            description =
                    "The folder with telemetry of haul trucks in CSV files, all of which is used."
                            + " Needs --mapping; see deploy/local/fleets/historian.yaml.")
    private Path csv;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "48",
            description =
                    "Hours of history in mine time; of a lake the newest (default:"
                            + " ${DEFAULT-VALUE}).")
    private long hours;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Seed of history and training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--search",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "Number of parameter settings to try for each model; the best is used. Continues"
                        + " from the journal in the registry's folder search (default:"
                        + " ${DEFAULT-VALUE}, the default parameters)."
            })
    private int searchTrials;

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            description = "The folder with a fleet management system's files.")
    private Path fleet;

    @Mixin private MappingOption mapping;
    @Mixin private MlflowOptions mlflow;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (fleet != null) {
            refuse(FOREST_OPTIONS, "cannot be used with --fms");
            return trainOnRecords();
        }
        if (csv != null) {
            refuse(List.of("--lake", "--snapshot", "--hours"), "cannot be used with --csv");
            Require.that(spec, mapping.isGiven(), "--mapping", "none", "a file with --csv");
            return trainForests();
        }
        refuse(List.of("--mapping"), "needs --fms or --csv");
        if (snapshot != null) {
            Require.that(spec, lake != null, "--snapshot", snapshot, "--lake with it");
            refuse(List.of("--hours"), "cannot be used with --snapshot");
        }
        return trainForests();
    }

    private void refuse(List<String> options, String why) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + " " + why);
            }
        }
    }

    private int trainOnRecords() {
        LogFolder.use(FuelHome.find().data("train"));
        StartFaults faults = new StartFaults().requireFolder("--fms", fleet);
        faults.check(mapping::read);
        faults.requireNone();
        PrintWriter out = spec.commandLine().getOut();
        out.print(RefuelText.training(new RefuelTraining(mapping.read()).train(fleet)));
        out.flush();
        return 0;
    }

    private int trainForests() {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("train"));
        requireValid(home);
        PrintWriter out = spec.commandLine().getOut();
        TrainingRequest request =
                new TrainingRequest(
                        mine.file(home), registryRoot(home), seed, searchTrials, history());
        TrainingText text = new TrainingText(out);
        ProgressLines progress = new ProgressLines(out);
        try {
            new TrainingJob(progress).run(request).forEach(text::print);
        } finally {
            progress.printLeftOut();
        }
        ModelRegistry registered = new ModelRegistry(request.registry());
        registered.names().forEach(name -> mlflow.mirror(spec, registered, name));
        return 0;
    }

    private void requireValid(FuelHome home) {
        StartFaults faults = new StartFaults();
        faults.check(() -> Require.that(spec, hours >= 4, "--hours", hours, "4 or more"));
        faults.check(
                () -> Require.that(spec, searchTrials >= 0, "--search", searchTrials, "0 or more"));
        faults.check(() -> mlflow.check(spec));
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        faults.add(RegistryFaults.notWritable(registryRoot(home)));
        faults.check(() -> loadChampions(new ModelRegistry(registryRoot(home))));
        if (csv != null) {
            faults.requireFolder("--csv", csv).check(mapping::read);
        }
        if (lake != null) {
            faults.requireFolder("--lake", lake);
        }
        faults.requireNone();
    }

    /**
     * Loads the champions with which the new models will be compared, so that an unreadable
     * champion is reported before the training.
     */
    private static void loadChampions(ModelRegistry models) {
        for (String name : models.names()) {
            models.championVersion(name).ifPresent(version -> models.model(name, version));
        }
    }

    private Path registryRoot(FuelHome home) {
        return registry == null ? home.registry() : registry;
    }

    private HistorySource history() {
        if (csv != null) {
            return new HistorySource.Telemetry(csv, mapping.read());
        }
        if (snapshot != null) {
            return new HistorySource.Snapshot(lake, snapshot);
        }
        Duration span = Duration.ofHours(hours);
        return lake == null
                ? new HistorySource.Simulated(span)
                : new HistorySource.Lake(lake, span);
    }
}
