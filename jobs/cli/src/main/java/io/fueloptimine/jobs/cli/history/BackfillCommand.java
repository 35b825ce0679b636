package io.fueloptimine.jobs.cli.history;

import io.fueloptimine.jobs.backfill.files.DryRun;
import io.fueloptimine.jobs.backfill.files.FileHistory;
import io.fueloptimine.jobs.backfill.history.History;
import io.fueloptimine.jobs.backfill.history.LakeHistory;
import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.backfill.run.Backfill;
import io.fueloptimine.jobs.backfill.run.BackfillResult;
import io.fueloptimine.jobs.backfill.run.BackfillSettings;
import io.fueloptimine.jobs.cli.options.DataFolderOption;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.RegistryFaults;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel backfill}. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Runs jobs fuel and alarms over history, with the same rows in SQL and in the lake as"
                    + " on the live stream. A run that was interrupted is continued by the same"
                    + " command; a run that was done before changes nothing."
        })
public final class BackfillCommand implements Callable<Integer> {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input;

    /** Where the history is. */
    static final class Input {

        @Option(
                names = "--lake",
                paramLabel = "DIR",
                description = "A Parquet lake, whose readings are read.")
        private Path lake;

        @Option(
                names = "--files",
                paramLabel = "PATTERN",
                description =
                        "CSV, JSON or NDJSON files, such as 'export/*.csv' (in quotes, so that the"
                                + " shell does not replace it); needs --mapping.")
        private String files;
    }

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the columns of the files mean; see jobs/backfill/README.md.")
    private Path mapping;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "The first time, such as 2026-01-05T00:00:00Z (default: all).")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "The first time after the interval (default: all).")
    private String to;

    @Option(
            names = "--dry-run",
            description =
                    "Only show what is understood of the files: columns, units, times, first rows,"
                            + " and what would be rejected.")
    private boolean dryRun;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description =
                    "The lake that receives the rows (default: that of --lake; for --files the"
                            + " folder lake in --data).")
    private Path results;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description =
                    "The model registry whose champion scores the windows (default: the shipped"
                            + " models/registry).")
    private Path registry;

    @Mixin private DataFolderOption data;
    @Mixin private MineFileOption mine;
    @Mixin private SqlOptions sql;
    @Mixin private SettingsOption steps;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = data.folder(home.data("backfill"));
        requireValid(home);
        PrintWriter out = spec.commandLine().getOut();
        History history = history();
        if (dryRun) {
            dryRun(history, out);
            return 0;
        }
        BackfillSettings settings = settings(home, folder, history);
        BackfillResult result = new Backfill(settings, history, new ProgressLine(out)).run();
        print(result, history, out);
        return 0;
    }

    private void requireValid(FuelHome home) {
        boolean isMapped = input.files != null;
        if (isMapped != (mapping != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--files and --mapping belong together, expected both");
        }
        if (dryRun && !isMapped) {
            throw new ParameterException(
                    spec.commandLine(), "--dry-run is for --files: a lake has one form");
        }
        StartFaults faults = new StartFaults();
        faults.check(this::range);
        faults.check(steps::read);
        if (isMapped) {
            faults.requireFile("--mapping", mapping);
        } else {
            faults.requireFolder("--lake", input.lake);
        }
        if (!dryRun) {
            faults.check(() -> MineSiteFile.read(mine.file(home)));
            faults.add(RegistryFaults.in(registry(home), false));
            faults.check(sql::connection);
        }
        faults.requireNone();
    }

    private History history() {
        return input.files != null
                ? FileHistory.of(input.files, mapping)
                : new LakeHistory(input.lake, range());
    }

    private TimeRange range() {
        Instant first = time("--from", from, TimeRange.ALL.from());
        Instant end = time("--to", to, TimeRange.ALL.to());
        if (!first.isBefore(end)) {
            throw new ParameterException(
                    spec.commandLine(), "--from is not before --to, expected an earlier time");
        }
        return new TimeRange(first, end);
    }

    private Instant time(String option, String text, Instant usual) {
        try {
            return text == null ? usual : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is '" + text + "', expected a time such as 2026-01-05T00:00:00Z");
        }
    }

    private BackfillSettings settings(FuelHome home, Path folder, History history) {
        MineSites mines = MineSites.of(MineSiteFile.read(mine.file(home)));
        Set<String> openSites =
                history instanceof FileHistory files && !mines.bySite().containsKey(files.site())
                        ? Set.of(files.site())
                        : Set.of();
        return new BackfillSettings(
                folder,
                range(),
                mines,
                openSites,
                registry(home),
                steps.read(),
                sql.connection(),
                lake(folder),
                BackfillSettings.CHECKPOINT_INTERVAL);
    }

    private Path registry(FuelHome home) {
        return registry == null ? home.registry() : registry;
    }

    private Path lake(Path folder) {
        if (results != null) {
            return results;
        }
        return input.lake != null ? input.lake : folder.resolve("lake");
    }

    private void dryRun(History history, PrintWriter out) {
        if (history instanceof FileHistory files) {
            new DryRun(files, range()).lines().forEach(out::println);
            out.flush();
        }
    }

    private static void print(BackfillResult result, History history, PrintWriter out) {
        result.leftOut().forEach(out::println);
        out.printf(
                Locale.ROOT,
                result.doneBefore()
                        ? "%s: %,d readings, done before at %s; nothing was changed%n"
                        : "%s: %,d readings, done at %s%n",
                history.description(),
                result.readings(),
                result.doneAt());
        out.flush();
    }
}
