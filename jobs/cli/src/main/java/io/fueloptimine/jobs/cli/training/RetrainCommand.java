package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.connectors.parquet.LakeWindows;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.KafkaClientOptions;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.MlflowOptions;
import io.fueloptimine.jobs.cli.options.RegistryFaults;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.retraining.KafkaRequests;
import io.fueloptimine.jobs.training.retraining.LakeWindowHistory;
import io.fueloptimine.jobs.training.retraining.NightlyClock;
import io.fueloptimine.jobs.training.retraining.PublishedRetrainingEvents;
import io.fueloptimine.jobs.training.retraining.RetrainingEvents;
import io.fueloptimine.jobs.training.retraining.RetrainingJob;
import io.fueloptimine.jobs.training.retraining.RetrainingWatch;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.training.ModelRecipe;
import io.fueloptimine.models.training.ModelTrainer;
import io.fueloptimine.models.training.WindowTable;
import io.fueloptimine.models.training.retraining.Retraining;
import io.fueloptimine.models.training.retraining.RetrainingSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel retrain}. */
@Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a fuel model on the lake's windows since the mine last changed, compares it with"
                    + " the champion on newer windows, and promotes it if it is better with"
                    + " statistical significance. Running jobs switch to it immediately.",
            "Runs once; with --watch for every request on models.retrain and every night"
                    + " (--nightly).",
            "Exit code 1: the retraining or the announcement to the running jobs failed."
        })
public final class RetrainCommand implements Callable<Integer> {

    private static final String NIGHTLY = "--nightly";
    private static final String ZONE = "--zone";

    @Option(names = "--once", description = "Retrain once and exit (the default).")
    private boolean once;

    @Option(names = "--watch", description = "Run until stopped and retrain for each request.")
    private boolean watch;

    @Option(
            names = NIGHTLY,
            paramLabel = "HH:MM|off",
            defaultValue = "02:30",
            converter = NightlyTime.Converter.class,
            description =
                    "With --watch: the time at which it retrains every night, or off (default:"
                            + " ${DEFAULT-VALUE}).")
    private NightlyTime nightly;

    @Option(
            names = ZONE,
            paramLabel = "ZONE",
            converter = NightlyTime.ZoneConverter.class,
            description =
                    "With --watch: the time zone of --nightly, such as America/Santiago (default:"
                            + " this computer's).")
    private ZoneId zone;

    @Option(
            names = "--look-every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "With --watch: how often to check whether the lake has enough windows for a"
                            + " request (default: ${DEFAULT-VALUE}).")
    private int lookEveryS;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "The Parquet lake (default: data/local/lake, of fuel local).")
    private Path lake;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description = "The model registry (default: data/local/registry, of fuel local).")
    private Path registry;

    @Mixin private MineFileOption mine;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "72",
            description =
                    "Hours of event time to read, up to the lake's newest window (default:"
                            + " ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of its log (default: data/retrain).")
    private Path data;

    @Mixin private KafkaClientOptions kafka;
    @Mixin private SqlOptions sql;
    @Mixin private MlflowOptions mlflow;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        FuelHome home = FuelHome.find();
        LogFolder.use(data == null ? home.data("retrain") : data);
        requireValid(home);
        MineSite site = MineSiteFile.read(mine.file(home));
        ModelRegistry models = new ModelRegistry(registryRoot(home), MachineClasses.of(site));
        RetrainingJob job = job(home, models, site);
        RetrainingEvents events = events(models);
        return watch ? watch(models, job, events) : once(job, events);
    }

    private void requireValid(FuelHome home) {
        StartFaults faults = new StartFaults();
        require(faults, hours >= 1, "--hours", hours, "1 or more");
        require(faults, lookEveryS >= 1, "--look-every", lookEveryS, "1 or more");
        require(faults, !(once && watch), "--once", once, "only one of --once and --watch");
        require(faults, watch || !isGiven(NIGHTLY), NIGHTLY, "given", "--watch as well");
        require(faults, watch || !isGiven(ZONE), ZONE, "given", "--watch as well");
        faults.check(() -> mlflow.check(spec));
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        faults.add(RegistryFaults.in(registryRoot(home), true));
        if (!watch) {
            // With --watch, job archive may not have written anything yet.
            faults.requireFolder("--lake", lakeRoot(home));
        }
        faults.check(kafka::connection);
        faults.check(sql::connection);
        faults.requireNone();
    }

    private void require(
            StartFaults faults, boolean condition, String option, Object value, String expected) {
        faults.check(() -> Require.that(spec, condition, option, value, expected));
    }

    private Path lakeRoot(FuelHome home) {
        return lake == null ? home.data("local").resolve("lake") : lake;
    }

    private int once(RetrainingJob job, RetrainingEvents events) {
        RetrainingOutcome outcome =
                job.answer(RetrainingWatch.byHand(Clock.systemUTC().instant())).orElseThrow();
        print(outcome);
        try {
            RetrainingWatch.publish(events, outcome, Clock.systemUTC());
        } catch (InvalidInputException e) {
            spec.commandLine().getErr().println("fuel: " + e.getMessage());
            return ExitCodes.WRONG_RESULT;
        }
        return outcome.verdict() == RetrainingVerdict.FAILED ? ExitCodes.WRONG_RESULT : 0;
    }

    private int watch(ModelRegistry models, RetrainingJob job, RetrainingEvents events) {
        Clock clock = Clock.systemUTC();
        NightlyClock night =
                nightly.clock(zone == null ? ZoneId.systemDefault() : zone, clock.instant());
        try (KafkaRequests requests =
                new KafkaRequests(kafka.connection(), ModelRegistry.FUEL_WINDOW)) {
            // A process killed between promotion and announcement leaves the announcement to the
            // next.
            models.championVersion(ModelRegistry.FUEL_WINDOW)
                    .ifPresent(
                            version ->
                                    events.announce(
                                            new ModelAnnouncement(
                                                    ModelRegistry.FUEL_WINDOW,
                                                    version,
                                                    clock.instant())));
            new RetrainingWatch(requests, job, events, night, Duration.ofSeconds(lookEveryS), clock)
                    .run(() -> false);
        }
        return 0;
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private RetrainingJob job(FuelHome home, ModelRegistry models, MineSite site) {
        MachineClasses classes = MachineClasses.of(site);
        RetrainingSettings settings = RetrainingSettings.DEFAULT;
        ModelTrainer trainer = new ModelTrainer(ModelRecipe.windows(settings.seed()));
        LakeWindows windows =
                new LakeWindows(
                        lakeRoot(home),
                        site.site(),
                        EquipmentKind.HAULTRUCK,
                        Duration.ofHours(hours));
        return new RetrainingJob(
                new LakeWindowHistory(windows),
                models,
                classes,
                new Retraining(
                        settings,
                        classes,
                        (of, source) ->
                                trainer.train(WindowTable.of(of, classes), classes, source)),
                Clock.systemUTC());
    }

    private RetrainingEvents events(ModelRegistry models) {
        PublishedRetrainingEvents published =
                new PublishedRetrainingEvents(
                        new KafkaPublisher(kafka.connection()), sql.connection(), models);
        return new RetrainingEvents() {
            @Override
            public void announce(ModelAnnouncement announcement) {
                published.announce(announcement);
            }

            @Override
            public void publish(RetrainingOutcome outcome) {
                published.publish(outcome);
                if (outcome.candidateVersion() != null) {
                    mlflow.mirror(spec, models, outcome.modelName());
                }
            }
        };
    }

    private Path registryRoot(FuelHome home) {
        return registry == null ? home.data("local").resolve("registry") : registry;
    }

    private void print(RetrainingOutcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s%s: %s%n",
                outcome.verdict(),
                outcome.candidateVersion() == null ? "" : " version " + outcome.candidateVersion(),
                outcome.reason());
        out.flush();
    }
}
