package io.fueloptimine.jobs.simulator.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs several calibrations at once, on all cores. */
public final class CalibrationSeries {

    private CalibrationSeries() {}

    /**
     * Runs the calibrations.
     *
     * @param done receives each report in the order of the list, on the caller's thread
     * @throws InterruptedException if the caller's thread is interrupted; the runs are then stopped
     */
    public static List<CalibrationReport> run(
            List<Callable<CalibrationReport>> runs, Consumer<CalibrationReport> done)
            throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(cores, runs.size()));
        try {
            List<Future<CalibrationReport>> futures = runs.stream().map(threads::submit).toList();
            List<CalibrationReport> reports = new ArrayList<>();
            for (Future<CalibrationReport> future : futures) {
                CalibrationReport report = future.get();
                done.accept(report);
                reports.add(report);
            }
            return reports;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the calibration failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
