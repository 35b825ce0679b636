package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.simulator.calibration.CalibrationReport;
import io.fueloptimine.jobs.simulator.calibration.CalibrationRun;
import io.fueloptimine.jobs.simulator.calibration.CalibrationSeries;
import io.fueloptimine.jobs.simulator.calibration.CalibrationText;
import io.fueloptimine.jobs.simulator.calibration.Mutation;
import io.fueloptimine.jobs.simulator.calibration.MutationFinding;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs the calibration of {@code fuel simulate --calibration} and prints its results. */
final class CalibrationRuns {

    /** Share of the seeds that must meet all rows. */
    private static final double SEEDS_TO_MEET = 0.9;

    private final PrintWriter out;

    CalibrationRuns(PrintWriter out) {
        this.out = out;
    }

    /**
     * Simulates the mine modelled after the Andean mine and the given mine.
     *
     * @return the exit code: 0 if at least nine of ten seeds meet all rows
     */
    int seeds(MineSite site, long firstSeed, int count) throws InterruptedException {
        List<Callable<CalibrationReport>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long seed = firstSeed + i;
            runs.add(() -> CalibrationRun.andeanMine(seed, CalibrationRun.DAYS, Mutation.NONE));
            runs.add(() -> CalibrationRun.site(site, seed, CalibrationRun.DAYS));
        }
        line("%d runs of %d simulated days", runs.size(), CalibrationRun.DAYS);
        List<CalibrationReport> reports = CalibrationSeries.run(runs, progress(runs.size()));
        line("");
        line("%s", CalibrationText.of(reports.get(0)));
        line("%s", CalibrationText.of(reports.get(1)));
        int met = 0;
        for (int i = 0; i < count; i++) {
            met += reports.get(2 * i).met() && reports.get(2 * i + 1).met() ? 1 : 0;
        }
        line("%d of %d seeds meet all rows", met, count);
        return met >= SEEDS_TO_MEET * count ? 0 : ExitCodes.WRONG_RESULT;
    }

    /**
     * Simulates wrong simulators.
     *
     * @return the exit code: 0 if the calibration finds all of them
     */
    int mutations(long seed) throws InterruptedException {
        List<Callable<CalibrationReport>> runs = new ArrayList<>();
        runs.add(() -> CalibrationRun.andeanMine(seed, CalibrationRun.DAYS, Mutation.NONE));
        for (Mutation mutation : Mutation.ALL) {
            runs.add(() -> CalibrationRun.andeanMine(seed, CalibrationRun.DAYS, mutation));
        }
        line("%d runs of %d simulated days", runs.size(), CalibrationRun.DAYS);
        List<CalibrationReport> reports = CalibrationSeries.run(runs, progress(runs.size()));
        line("");
        line("Wrong simulators, and the rows that the right one meets and they miss:");
        int caught = 0;
        for (int i = 0; i < Mutation.ALL.size(); i++) {
            MutationFinding finding =
                    MutationFinding.of(Mutation.ALL.get(i), reports.get(0), reports.get(i + 1));
            caught += finding.caught() ? 1 : 0;
            line(
                    "%-14s %s",
                    finding.mutation().name(),
                    finding.caught()
                            ? finding.rows().size() + ": " + String.join("; ", finding.rows())
                            : "NOT FOUND");
        }
        line("%d of %d wrong simulators found, seed %d", caught, Mutation.ALL.size(), seed);
        return caught == Mutation.ALL.size() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private Consumer<CalibrationReport> progress(int runs) {
        int[] done = new int[1];
        return report -> {
            List<String> misses = report.misses();
            int rows = report.rows().size() + 2 * report.burn().size();
            line(
                    "%2d of %d: seed %d, %s: %d of %d rows met%s",
                    ++done[0],
                    runs,
                    report.seed(),
                    report.mine(),
                    rows - misses.size(),
                    rows,
                    misses.isEmpty() ? "" : "; missed: " + String.join("; ", misses));
        };
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
