package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A face and destination whose tonnes over all shifts differ from the reference's by more than 1 %
 * or two mean loads, whichever is more.
 *
 * @param cell face and destination
 * @param referenceT the reference's tonnes over all shifts, t
 * @param tonnes the policy's tonnes over all shifts, t
 */
public record CellDeviation(Cell cell, double referenceT, double tonnes) {

    private static final double ALLOWED_SHARE = 0.01;
    private static final double ALLOWED_LOADS = 2;

    /**
     * The deviations of a policy.
     *
     * @param reference the reference's runs of all shifts and seeds
     * @param runs the policy's runs of the same shifts and seeds
     * @param seeds number of seeds; tonnes are means over the seeds
     */
    public static List<CellDeviation> of(
            List<ShiftResult> reference, List<ShiftResult> runs, int seeds) {
        SortedMap<Cell, Double> expected = tonnes(reference, seeds);
        SortedMap<Cell, Double> moved = tonnes(runs, seeds);
        double loads = reference.stream().mapToDouble(run -> run.total().loads()).sum();
        double meanLoadT =
                reference.stream().mapToDouble(run -> run.total().tonnes()).sum()
                        / Math.max(1, loads);
        SortedSet<Cell> cells = new TreeSet<>(expected.keySet());
        cells.addAll(moved.keySet());
        List<CellDeviation> deviations = new ArrayList<>();
        for (Cell cell : cells) {
            double want = expected.getOrDefault(cell, 0.0);
            double have = moved.getOrDefault(cell, 0.0);
            double allowedT = Math.max(ALLOWED_SHARE * want, ALLOWED_LOADS * meanLoadT);
            if (Math.abs(have - want) > allowedT) {
                deviations.add(new CellDeviation(cell, want, have));
            }
        }
        return List.copyOf(deviations);
    }

    /** Number of cells with loads. */
    static int cells(List<ShiftResult> runs) {
        return tonnes(runs, 1).size();
    }

    private static SortedMap<Cell, Double> tonnes(List<ShiftResult> runs, int seeds) {
        SortedMap<Cell, Double> sums = new TreeMap<>();
        for (ShiftResult run : runs) {
            run.moved()
                    .forEach(
                            (cell, moved) -> sums.merge(cell, moved.tonnes() / seeds, Double::sum));
        }
        return sums;
    }
}
