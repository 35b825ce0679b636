package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.ModelText;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/**
 * The options that write the model of a plan to files for other solvers: the plan of a mine with
 * all trucks ready at the start of a shift. The shortfalls of the plan are limits in the files, so
 * that the optimum of the files is the plan.
 */
public final class ModelFiles {

    /** How much larger the shortfalls in the files may be, relative. */
    private static final double TOLERANCE = 1e-6;

    @Option(
            names = "--lp",
            paramLabel = "FILE",
            description = "With --mine: write the model of the plan in the format LP.")
    private Path lp;

    @Option(
            names = "--mps",
            paramLabel = "FILE",
            description = "With --mine: write the model of the plan in the free MPS format.")
    private Path mps;

    /** Whether a file is to be written. */
    boolean given() {
        return lp != null || mps != null;
    }

    /** Solves the plan, writes the files and prints the litres of the plan. */
    void write(MineSite mine, PlannerSettings settings, PrintWriter out) {
        FleetSituation situation = FleetSituation.allReady(mine, Instant.EPOCH);
        LinearModel model = new FleetPlanner(mine, settings).model(situation);
        Solution plan =
                settings.solver()
                        .create()
                        .solve(
                                model,
                                new SolveLimit(
                                        0, settings.timeAbortMs(), settings.gap(), () -> false));
        List<Double> most = new ArrayList<>();
        for (LinearModel.Objective level : model.levels()) {
            double value = plan.found() ? level.at(plan.values()) : 0;
            most.add(value * (1 + TOLERANCE) + TOLERANCE);
        }
        ModelText text = new ModelText(model.withLevels(most));
        write(lp, text::lp);
        write(mps, text::mps);
        out.printf(
                Locale.ROOT,
                "%d variables, %d rows; litres per hour of the plan %.3f, bound %.3f%n",
                model.variables().size(),
                model.rows().size(),
                plan.cost(),
                plan.bound());
    }

    private static void write(Path file, Supplier<String> text) {
        if (file != null) {
            try {
                Files.writeString(file, text.get(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }
}
