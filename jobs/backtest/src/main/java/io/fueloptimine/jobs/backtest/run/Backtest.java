package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.mine.ShiftRules;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits the simulator to the odd shifts of the records, replays the recorded assignments of all
 * shifts, and runs policies on each shift. A shift makes up for the tonnes that the same policy has
 * left in the shifts before. The results do not depend on the number of threads and the speed of
 * the host.
 *
 * @param records the records
 * @param truckClasses the classes of the trucks as their makers describe them, by name; those of
 *     the records must be among them
 * @param policies the policies beside the recorded assignments
 * @param firstSeed the first seed
 * @param seeds number of seeds; they follow each other
 */
public record Backtest(
        MineRecords records,
        Map<String, TruckClass> truckClasses,
        List<PolicyName> policies,
        long firstSeed,
        int seeds) {

    public Backtest {
        policies = List.copyOf(policies);
        truckClasses = Map.copyOf(truckClasses);
    }

    /** Receives the progress. */
    public interface Progress {

        /**
         * A run has ended. The calls come from one thread.
         *
         * @param done number of runs that have ended
         * @param all number of runs
         */
        void runEnded(int done, int all);
    }

    /**
     * The results.
     *
     * @param fit what was fitted
     * @param replays the recorded assignments with the recorded truck hours, for the proof of the
     *     fit
     * @param runs the recorded assignments and the policies until the recorded tonnes are moved
     */
    public record Outcome(RecordsFit fit, List<ShiftResult> replays, List<ShiftResult> runs) {}

    /** Whether the fit was made to a shift. The other shifts check the fit. */
    public static boolean fitted(RecordedShift shift) {
        return shift.number() % 2 == 1;
    }

    /**
     * Runs everything.
     *
     * @param threads number of runs at the same time
     * @throws InterruptedException when the calling thread is interrupted; the runs are then given
     *     up
     */
    public Outcome outcome(int threads, Progress progress) throws InterruptedException {
        List<RecordedShift> shifts = records.shifts();
        List<RecordedShift> fitted = shifts.stream().filter(Backtest::fitted).toList();
        List<ShiftSeries> replays = new ArrayList<>();
        List<ShiftSeries> runs = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            replays.add(series(ShiftPolicy.RECORDED, ShiftRules.RECORDED_HOURS, seed));
            runs.add(series(ShiftPolicy.RECORDED, ShiftRules.RECORDED_TONNES, seed));
            for (PolicyName policy : policies) {
                runs.add(series(ShiftPolicy.of(policy), ShiftRules.RECORDED_TONNES, seed));
            }
        }
        int all = ScalesFit.ROUNDS * fitted.size() + (replays.size() + runs.size()) * shifts.size();
        try (ShiftRuns workers = new ShiftRuns(threads, progress, all)) {
            RecordsFit fit =
                    new ScalesFit(fitted)
                            .scaled(
                                    RecordsFit.of(records, truckClasses, Backtest::fitted),
                                    workers);
            return new Outcome(fit, workers.results(replays, fit), workers.results(runs, fit));
        }
    }

    private ShiftSeries series(ShiftPolicy policy, ShiftRules rules, long seed) {
        return new ShiftSeries(records.shifts(), policy, rules, seed);
    }
}
