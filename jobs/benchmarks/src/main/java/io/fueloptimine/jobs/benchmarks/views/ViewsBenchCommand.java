package io.fueloptimine.jobs.benchmarks.views;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench views}. */
@Command(
        name = "views",
        mixinStandardHelpOptions = true,
        description = {
            "Measures each view and each example query over the fuel windows of a mine of 26 machines"
                    + " in H2 files: over one day, where the view has a day or time, and over all."
                    + " Each query is the first of a newly opened database.",
            "Exit code 0 only if each takes at most 1 s over one day and at most 5 s over all."
        })
public final class ViewsBenchCommand implements Callable<Integer> {

    private static final int SLOWEST = 5;

    @Option(
            names = "--windows",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Fuel windows in the database (default: ${DEFAULT-VALUE}).")
    private long windows;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder of the database, 5 GB for 10 million windows. It is kept, so that"
                            + " a later run need not fill it (default: bench-views in the folder"
                            + " data).")
    private Path data;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        Require.that(
                spec,
                windows >= 1_000 && windows <= 100_000_000,
                "--windows",
                windows,
                "1000 to 100000000");
        FuelHome home = FuelHome.find();
        Path folder = data == null ? home.data("bench-views") : data;
        LogFolder.use(folder);
        FilledMine mine = new FilledMine(folder.toAbsolutePath(), windows);
        mine.fill(this::print);
        List<ViewQuery> queries = new ArrayList<>();
        try (Connection connection = mine.sql().open()) {
            queries.addAll(ViewQuery.views(connection, mine.oneDay()));
        }
        queries.addAll(ViewQuery.examples(home.queries()));

        print(ViewTimes.HEADER);
        List<ViewTimes> times = new ArrayList<>();
        for (ViewQuery query : queries) {
            ViewTimes measured = ViewTimes.measure(mine.sql(), query);
            times.add(measured);
            print(measured.line());
        }
        return summarize(times);
    }

    private int summarize(List<ViewTimes> times) {
        List<ViewTimes> missed = times.stream().filter(view -> !view.limitKept()).toList();
        print(
                String.format(
                        Locale.ROOT,
                        "%,d windows: %d of %d within the limits, %.0f s over one day and %.0f s"
                                + " over all",
                        windows,
                        times.size() - missed.size(),
                        times.size(),
                        ViewTimes.DAY_LIMIT_S,
                        ViewTimes.ALL_LIMIT_S));
        print(
                "slowest over all: "
                        + times.stream()
                                .sorted(
                                        Comparator.comparingDouble(
                                                (ViewTimes view) -> -view.all().seconds()))
                                .limit(SLOWEST)
                                .map(ViewsBenchCommand::nameAndTime)
                                .collect(Collectors.joining(", ")));
        return missed.isEmpty() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private static String nameAndTime(ViewTimes view) {
        return String.format(Locale.ROOT, "%s %.2f s", view.name(), view.all().seconds());
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
