package io.fueloptimine.jobs.benchmarks.sql;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench sql}. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many fuel windows per second the sink upserts, with the hourly sums that it"
                    + " keeps, relative to plain JDBC batch inserts of the same rows into the same"
                    + " table: 500 rows per transaction, H2 in files, a new database each time.",
            "Exit code 0 only if the median ratio is at least 0.5."
        })
public final class SqlBenchCommand implements Callable<Integer> {

    private static final double GOAL = 0.5;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Windows per round (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds after one for warm-up (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        Require.that(spec, rows >= 1_000 && rows <= 10_000_000, "--rows", rows, "1000 to 10000000");
        Require.that(spec, rounds >= 1 && rounds <= 100, "--rounds", rounds, "1 to 100");
        PrintWriter out = spec.commandLine().getOut();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            WindowWrites.Rates rates = WindowWrites.measure(rows);
            if (round > 0) {
                ratios.add(rates.ratio());
            }
            out.printf(
                    Locale.ROOT,
                    "%-8s upserted %,9.0f rows/s   inserted %,9.0f rows/s   ratio %.2f%n",
                    round == 0 ? "warm-up" : "round " + round,
                    rates.upsertedPerS(),
                    rates.insertedPerS(),
                    rates.ratio());
            out.flush();
        }
        ratios.sort(null);
        double median = ratios.get(ratios.size() / 2);
        out.printf(Locale.ROOT, "median ratio %.2f, at least %.1f is required%n", median, GOAL);
        return median >= GOAL ? 0 : ExitCodes.WRONG_RESULT;
    }
}
