package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.fit.FitScales;
import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.mine.ShiftRules;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Computes the {@link FitScales}: replays the recorded assignments of the shifts to which the fit
 * is made, and compares the truck hours per cycle with the recorded ones.
 */
final class ScalesFit {

    /** Number of times that the shifts are replayed. */
    static final int ROUNDS = 3;

    private static final long SEED = 1;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final List<RecordedShift> shifts;

    /**
     * @param shifts the shifts to which the fit is made
     */
    ScalesFit(List<RecordedShift> shifts) {
        this.shifts = List.copyOf(shifts);
    }

    /** A copy of a fit with the scales. */
    RecordsFit scaled(RecordsFit unscaled, ShiftRuns runs) throws InterruptedException {
        List<ShiftSeries> replays =
                List.of(
                        new ShiftSeries(
                                shifts, ShiftPolicy.RECORDED, ShiftRules.RECORDED_HOURS, SEED));
        double cycles = shifts.stream().mapToDouble(shift -> shift.cycles().size()).sum();
        RecordsFit fit = unscaled;
        for (int round = 0; round < ROUNDS; round++) {
            List<ShiftResult> results = runs.results(replays, fit);
            double perCycle = results.stream().mapToDouble(r -> r.total().loads()).sum() / cycles;
            fit =
                    fit.with(
                            fit.scales()
                                    .times(
                                            perCycle * empty(results),
                                            perCycle * loaded(results),
                                            perCycle * dumpHold(results)));
        }
        return fit;
    }

    private double empty(List<ShiftResult> results) {
        return factor(RecordedCycle::emptyTravelS, TruckTimeCategory.EMPTY, results);
    }

    private double loaded(List<ShiftResult> results) {
        return factor(RecordedCycle::fullTravelS, TruckTimeCategory.LOADED, results);
    }

    private double dumpHold(List<ShiftResult> results) {
        return factor(RecordedCycle::dumpQueueS, TruckTimeCategory.DUMP_QUEUE, results);
    }

    private double factor(
            ToDoubleFunction<RecordedCycle> recordedS,
            TruckTimeCategory category,
            List<ShiftResult> results) {
        double recordedH =
                shifts.stream().mapToDouble(shift -> shift.sum(recordedS)).sum() / SECONDS_PER_HOUR;
        double simulatedH = results.stream().mapToDouble(result -> result.hours(category)).sum();
        return recordedH > 0 && simulatedH > 0 ? recordedH / simulatedH : 1;
    }
}
