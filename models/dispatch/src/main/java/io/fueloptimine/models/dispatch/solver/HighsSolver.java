package io.fueloptimine.models.dispatch.solver;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves models with HiGHS through OR-Tools, when the jars {@code com.google.ortools:ortools-java}
 * and of its native library for this platform are on the class path. They are not a dependency of
 * this software; the classes are called by reflection. Each objective is minimised in turn, its
 * value then is a limit of the next. Thread-safe.
 */
public final class HighsSolver implements PlanSolver {

    private static final String PACKAGE = "com.google.ortools.modelbuilder.";

    /** How far an objective may be worse than its optimum in later ones, relative. */
    private static final double TOLERANCE = 1e-7;

    private static final long DEFAULT_MILLIS = 60_000;

    /** Whether OR-Tools with HiGHS is on the class path and its native library can be loaded. */
    public static boolean isAvailable() {
        try {
            Class.forName("com.google.ortools.Loader")
                    .getMethod("loadNativeLibraries")
                    .invoke(null);
            Object solver = solver();
            return (boolean) solver.getClass().getMethod("solverIsSupported").invoke(solver);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    @Override
    public Solution solve(LinearModel model, SolveLimit limit) {
        long started = System.nanoTime();
        List<Double> most = new ArrayList<>();
        for (LinearModel.Objective level : model.levels()) {
            Solution found = minimise(model.withLevels(most).minimising(level), limit);
            if (!found.found()) {
                return found;
            }
            double value = Math.max(0, level.at(found.values()));
            most.add(value * level.slack() + TOLERANCE * (1 + value));
        }
        Solution last = minimise(model.withLevels(most), limit);
        if (!last.found()) {
            return last;
        }
        double[] values = last.values();
        return new Solution(
                last.status(),
                values,
                model.levels().stream().map(level -> level.at(values)).toList(),
                last.cost(),
                last.bound(),
                last.cost(),
                (System.nanoTime() - started) / 1_000_000,
                0);
    }

    private static Solution minimise(LinearModel model, SolveLimit limit) {
        try {
            return minimised(model, limit);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("OR-Tools is missing or has another interface", e);
        }
    }

    private static Solution minimised(LinearModel model, SolveLimit limit)
            throws ReflectiveOperationException {
        Class<?> builderType = Class.forName(PACKAGE + "ModelBuilder");
        Object builder = builderType.getConstructor().newInstance();
        builderType
                .getMethod("importFromMpsString", String.class)
                .invoke(builder, new ModelText(model).mps());
        Object solver = solver();
        Class<?> type = solver.getClass();
        long millis = limit.millis() > 0 ? limit.millis() : DEFAULT_MILLIS;
        type.getMethod("setTimeLimit", Duration.class).invoke(solver, Duration.ofMillis(millis));
        Object status = type.getMethod("solve", builderType).invoke(solver, builder);
        boolean optimal = status.toString().equals("OPTIMAL");
        if (!optimal && !status.toString().equals("FEASIBLE")) {
            return Solution.none(
                    status.toString().equals("INFEASIBLE")
                            ? Solution.Status.INFEASIBLE
                            : Solution.Status.FAILED);
        }
        double[] values = new double[model.variables().size()];
        Class<?> variable = Class.forName(PACKAGE + "Variable");
        for (int j = 0; j < values.length; j++) {
            Object of = builderType.getMethod("varFromIndex", int.class).invoke(builder, j);
            values[j] = (double) type.getMethod("getValue", variable).invoke(solver, of);
        }
        double cost = model.cost(values);
        double bound = (double) type.getMethod("getBestObjectiveBound").invoke(solver);
        return new Solution(
                optimal ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
                values,
                List.of(),
                cost,
                Math.min(cost, bound),
                cost,
                0,
                0);
    }

    private static Object solver() throws ReflectiveOperationException {
        Constructor<?> constructor =
                Class.forName(PACKAGE + "ModelSolver").getConstructor(String.class);
        try {
            return constructor.newInstance("highs");
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(e);
        }
    }
}
