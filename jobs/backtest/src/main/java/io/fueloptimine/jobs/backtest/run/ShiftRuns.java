package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.jobs.backtest.mine.ShiftMineBuilder;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs series of shifts, several runs at the same time. The results do not depend on the number of
 * threads. Not thread-safe.
 */
final class ShiftRuns implements AutoCloseable {

    private final ExecutorService workers;
    private final Backtest.Progress progress;
    private final int all;
    private int done;

    private record Run(ShiftSeries series, int index, OwedTonnes owed) {

        RecordedShift shift() {
            return series.shifts().get(index);
        }
    }

    private record Ended(Run run, ShiftResult result) {}

    /**
     * @param threads number of runs at the same time
     * @param all number of runs of all series, for the progress
     */
    ShiftRuns(int threads, Backtest.Progress progress, int all) {
        workers = Executors.newFixedThreadPool(threads);
        this.progress = progress;
        this.all = all;
    }

    /**
     * Runs some series and returns the results in the order of shifts, and of the series within a
     * shift.
     *
     * @throws InterruptedException when the calling thread is interrupted
     */
    List<ShiftResult> results(List<ShiftSeries> wanted, RecordsFit fit)
            throws InterruptedException {
        ExecutorCompletionService<Ended> ended = new ExecutorCompletionService<>(workers);
        int open = 0;
        for (ShiftSeries series : wanted) {
            int first = series.carriesOver() ? 1 : series.shifts().size();
            for (int i = 0; i < first; i++) {
                submit(new Run(series, i, OwedTonnes.NOTHING), fit, ended);
                open++;
            }
        }
        List<Ended> results = new ArrayList<>();
        while (open > 0) {
            Ended one = next(ended);
            open--;
            results.add(one);
            progress.runEnded(++done, all);
            Run run = one.run();
            if (run.series().carriesOver() && run.index() + 1 < run.series().shifts().size()) {
                OwedTonnes owed = run.owed().after(run.shift(), one.result());
                submit(new Run(run.series(), run.index() + 1, owed), fit, ended);
                open++;
            }
        }
        return results.stream()
                .sorted(
                        Comparator.comparingInt((Ended one) -> one.run().index())
                                .thenComparingInt(one -> wanted.indexOf(one.run().series())))
                .map(Ended::result)
                .toList();
    }

    private static void submit(Run run, RecordsFit fit, ExecutorCompletionService<Ended> ended) {
        ended.submit(() -> new Ended(run, result(run, fit)));
    }

    private static ShiftResult result(Run run, RecordsFit fit) {
        ShiftSeries series = run.series();
        ShiftMine mine = new ShiftMineBuilder(fit, run.shift(), run.owed().tonnes()).build();
        return new ShiftRun(mine, series.policy(), series.rules(), series.seed()).result();
    }

    private static Ended next(ExecutorCompletionService<Ended> ended) throws InterruptedException {
        try {
            return ended.take().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a run failed: " + failed.getCause(), failed);
        }
    }

    /** Gives up the runs that have not ended. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
