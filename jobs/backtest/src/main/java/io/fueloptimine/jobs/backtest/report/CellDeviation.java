package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A face and destination whose tonnes over all shifts differ from the recorded ones by more than 1
 * % or two loads, whichever is more. A load is the mean load of the cell, as recorded or as the
 * policy hauled it, whichever is more.
 *
 * @param cell face and destination
 * @param recordedT the recorded tonnes over all shifts, t
 * @param tonnes the policy's tonnes over all shifts, t
 */
public record CellDeviation(Cell cell, double recordedT, double tonnes) {

    private static final double ALLOWED_SHARE = 0.01;
    private static final double ALLOWED_LOADS = 2;
    private static final double ROUNDING_T = 1e-6;

    /**
     * The deviations of a policy.
     *
     * @param recorded the recorded loads and tonnes over all shifts
     * @param runs the policy's runs of all shifts
     * @param seeds number of seeds; the policy's tonnes are means over the seeds
     */
    public static List<CellDeviation> of(
            SortedMap<Cell, ShiftResult.Moved> recorded, List<ShiftResult> runs, int seeds) {
        SortedMap<Cell, ShiftResult.Moved> moved = new TreeMap<>();
        runs.forEach(
                run ->
                        run.moved()
                                .forEach(
                                        (cell, some) ->
                                                moved.merge(cell, some, ShiftResult.Moved::plus)));
        SortedSet<Cell> cells = new TreeSet<>(recorded.keySet());
        cells.addAll(moved.keySet());
        List<CellDeviation> deviations = new ArrayList<>();
        for (Cell cell : cells) {
            ShiftResult.Moved want = recorded.getOrDefault(cell, ShiftResult.Moved.NOTHING);
            ShiftResult.Moved hauled = moved.getOrDefault(cell, ShiftResult.Moved.NOTHING);
            double have = hauled.tonnes() / seeds;
            double loadT = Math.max(meanLoadT(want), meanLoadT(hauled));
            double allowedT = Math.max(ALLOWED_SHARE * want.tonnes(), ALLOWED_LOADS * loadT);
            if (Math.abs(have - want.tonnes()) > allowedT + ROUNDING_T) {
                deviations.add(new CellDeviation(cell, want.tonnes(), have));
            }
        }
        return List.copyOf(deviations);
    }

    /** The recorded loads and tonnes of each face and destination over all shifts. */
    public static SortedMap<Cell, ShiftResult.Moved> recorded(List<RecordedShift> shifts) {
        SortedMap<Cell, ShiftResult.Moved> cells = new TreeMap<>();
        for (RecordedShift shift : shifts) {
            for (RecordedCycle cycle : shift.cycles()) {
                cells.merge(
                        new Cell(cycle.faceId(), cycle.dumpId()),
                        new ShiftResult.Moved(1, cycle.payloadT()),
                        ShiftResult.Moved::plus);
            }
        }
        return cells;
    }

    private static double meanLoadT(ShiftResult.Moved moved) {
        return moved.tonnes() / Math.max(1, moved.loads());
    }
}
