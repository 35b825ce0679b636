package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.jobs.backtest.mine.ShiftMineBuilder;
import io.fueloptimine.jobs.backtest.mine.ShiftRules;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.TruckClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Fits the simulator to the odd shifts of the records, replays the recorded assignments of all
 * shifts, and runs policies on each shift. The results do not depend on the number of threads and
 * the speed of the host.
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

    /** The seed of the runs from which the scales of the fit are computed. */
    private static final long FIT_SEED = 1;

    private static final int FIT_ROUNDS = 3;
    private static final double SECONDS_PER_HOUR = 3_600;

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

    private record Run(RecordedShift shift, ShiftPolicy policy, ShiftRules rules, long seed) {}

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
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Run> replays = new ArrayList<>();
            List<Run> all = new ArrayList<>();
            for (RecordedShift shift : records.shifts()) {
                for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
                    replays.add(
                            new Run(shift, ShiftPolicy.RECORDED, ShiftRules.RECORDED_HOURS, seed));
                    all.add(new Run(shift, ShiftPolicy.RECORDED, ShiftRules.RECORDED_TONNES, seed));
                    for (PolicyName policy : policies) {
                        all.add(
                                new Run(
                                        shift,
                                        ShiftPolicy.of(policy),
                                        ShiftRules.RECORDED_TONNES,
                                        seed));
                    }
                }
            }
            int fitRuns = FIT_ROUNDS * (int) records.shifts().stream().filter(fitted()).count();
            Counter counter = new Counter(progress, fitRuns + replays.size() + all.size());
            RecordsFit fit = fit(workers, counter);
            List<ShiftResult> replayed = results(replays, fit, workers, counter);
            return new Outcome(fit, replayed, results(all, fit, workers, counter));
        } finally {
            workers.shutdownNow();
        }
    }

    private static Predicate<RecordedShift> fitted() {
        return Backtest::fitted;
    }

    private RecordsFit fit(ExecutorService workers, Counter counter) throws InterruptedException {
        RecordsFit fit = RecordsFit.of(records, truckClasses, fitted());
        List<RecordedShift> shifts = records.shifts().stream().filter(fitted()).toList();
        List<Run> runs =
                shifts.stream()
                        .map(
                                shift ->
                                        new Run(
                                                shift,
                                                ShiftPolicy.RECORDED,
                                                ShiftRules.RECORDED_HOURS,
                                                FIT_SEED))
                        .toList();
        double cycles = shifts.stream().mapToDouble(shift -> shift.cycles().size()).sum();
        double emptyH = hours(shifts, RecordedCycle::emptyTravelS);
        double loadedH = hours(shifts, RecordedCycle::fullTravelS);
        double dumpH = hours(shifts, RecordedCycle::dumpQueueS);
        for (int round = 0; round < FIT_ROUNDS; round++) {
            List<ShiftResult> results = results(runs, fit, workers, counter);
            double perCycle = results.stream().mapToDouble(r -> r.total().loads()).sum() / cycles;
            fit =
                    fit.with(
                            fit.scales()
                                    .times(
                                            perCycle
                                                    * factor(
                                                            emptyH,
                                                            TruckTimeCategory.EMPTY,
                                                            results),
                                            perCycle
                                                    * factor(
                                                            loadedH,
                                                            TruckTimeCategory.LOADED,
                                                            results),
                                            perCycle
                                                    * factor(
                                                            dumpH,
                                                            TruckTimeCategory.DUMP_QUEUE,
                                                            results)));
        }
        return fit;
    }

    private static double hours(
            List<RecordedShift> shifts, ToDoubleFunction<RecordedCycle> seconds) {
        return shifts.stream().mapToDouble(shift -> shift.sum(seconds)).sum() / SECONDS_PER_HOUR;
    }

    private static double factor(
            double recordedH, TruckTimeCategory category, List<ShiftResult> results) {
        double simulatedH = results.stream().mapToDouble(result -> result.hours(category)).sum();
        return recordedH > 0 && simulatedH > 0 ? recordedH / simulatedH : 1;
    }

    private static List<ShiftResult> results(
            List<Run> runs, RecordsFit fit, ExecutorService workers, Counter counter)
            throws InterruptedException {
        record Ended(int index, ShiftResult result) {}
        ExecutorCompletionService<Ended> ended = new ExecutorCompletionService<>(workers);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int index = i;
            ended.submit(() -> new Ended(index, result(run, fit)));
        }
        ShiftResult[] results = new ShiftResult[runs.size()];
        for (int i = 0; i < runs.size(); i++) {
            Future<Ended> next = ended.take();
            try {
                results[next.get().index()] = next.get().result();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a run failed: " + failed.getCause(), failed);
            }
            counter.ended();
        }
        return List.of(results);
    }

    private static ShiftResult result(Run run, RecordsFit fit) {
        ShiftMine mine = new ShiftMineBuilder(fit, run.shift()).build();
        return new ShiftRun(mine, run.policy(), run.rules(), run.seed()).result();
    }

    private static final class Counter {

        private final Progress progress;
        private final int all;
        private int done;

        Counter(Progress progress, int all) {
            this.progress = progress;
            this.all = all;
        }

        void ended() {
            progress.runEnded(++done, all);
        }
    }
}
