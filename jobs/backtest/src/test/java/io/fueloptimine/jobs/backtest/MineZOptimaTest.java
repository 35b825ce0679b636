package io.fueloptimine.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.jobs.training.fleet.HauledLoads;
import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import io.fueloptimine.models.dispatch.bound.HauledLoad;
import io.fueloptimine.models.dispatch.bound.ShiftBound;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.SimplexSolver;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The least empty travel of each shift of a real mine, by the solver of plans and by the algorithm
 * for transportation problems, which share no code.
 */
class MineZOptimaTest {

    @Test
    void theSolverFindsTheOptimumOfEachOfTheEighteenShifts() {
        Optional<Path> folder = MineZ.folder();
        assumeTrue(
                folder.isPresent(),
                "the records of mine Z are absent; " + MineZ.SETTING + " can name their folder");
        List<HauledLoad> loads =
                HauledLoads.read(folder.get(), FleetMappingFile.read(MineZ.mapping())).loads();
        Map<String, Double> times = medianTimes(loads);
        List<ShiftBound> bounds = EmptyTravelBound.perShift(loads);

        assertThat(bounds).hasSize(18);
        for (ShiftBound bound : bounds) {
            LinearModel model = transportation(loads, times, bound.shiftId());
            Solution solution = new SimplexSolver().solve(model, SolveLimit.ofNodes(1, 0));

            assertThat(solution.status()).as(bound.shiftId()).isEqualTo(Solution.Status.OPTIMAL);
            assertThat(solution.cost())
                    .as(bound.shiftId())
                    .isPositive()
                    .isCloseTo(bound.optimalS(), within(1e-6 * bound.optimalS()));
            assertThat(solution.cost()).isLessThanOrEqualTo(bound.fixedPairsS());
        }
    }

    /** The median time of each way from a dump to a loading place, s. */
    private static Map<String, Double> medianTimes(List<HauledLoad> loads) {
        Map<String, List<Double>> driven = new HashMap<>();
        for (HauledLoad load : loads) {
            if (!load.previousDumpId().isEmpty()) {
                driven.computeIfAbsent(
                                way(load.previousDumpId(), load.loadPlaceId()),
                                unused -> new ArrayList<>())
                        .add(load.emptyTravelS());
            }
        }
        Map<String, Double> medians = new HashMap<>();
        driven.forEach(
                (way, all) -> {
                    double[] sorted = all.stream().mapToDouble(s -> s).sorted().toArray();
                    int n = sorted.length;
                    medians.put(way, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
                });
        return medians;
    }

    private static LinearModel transportation(
            List<HauledLoad> loads, Map<String, Double> times, String shiftId) {
        Map<String, Integer> emptied = new TreeMap<>();
        Map<String, Integer> needed = new TreeMap<>();
        for (HauledLoad load : loads) {
            boolean compared = times.containsKey(way(load.dumpId(), load.loadPlaceId()));
            if (compared && load.shiftId().equals(shiftId)) {
                emptied.merge(load.dumpId(), 1, Integer::sum);
                needed.merge(load.loadPlaceId(), 1, Integer::sum);
            }
        }
        LinearModel model = new LinearModel();
        Map<String, LinearModel.Row> from = rows(model, "from ", emptied);
        Map<String, LinearModel.Row> to = rows(model, "to ", needed);
        for (String dump : emptied.keySet()) {
            for (String place : needed.keySet()) {
                Double time = times.get(way(dump, place));
                if (time != null) {
                    int trips = model.variable(way(dump, place), 0, 10_000, time);
                    from.get(dump).add(trips, 1);
                    to.get(place).add(trips, 1);
                }
            }
        }
        return model;
    }

    private static Map<String, LinearModel.Row> rows(
            LinearModel model, String name, Map<String, Integer> counts) {
        Map<String, LinearModel.Row> rows = new TreeMap<>();
        counts.forEach((id, count) -> rows.put(id, model.row(name + id, count, count)));
        return rows;
    }

    private static String way(String dump, String place) {
        return dump + " > " + place;
    }
}
