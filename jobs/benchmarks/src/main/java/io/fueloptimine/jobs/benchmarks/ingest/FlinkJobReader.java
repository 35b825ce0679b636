package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import java.util.function.LongSupplier;

/** A Flink job that reads the queue, with a counter of its results. */
final class FlinkJobReader implements QueueReader {

    private final FlinkJobs jobs;
    private final RunningJob job;
    private final LongSupplier arrived;
    private final Runnable endCounting;

    FlinkJobReader(FlinkJobs jobs, RunningJob job, LongSupplier arrived) {
        this(jobs, job, arrived, () -> {});
    }

    /**
     * @param arrived returns the number of results of the job
     * @param endCounting releases the counter
     */
    FlinkJobReader(FlinkJobs jobs, RunningJob job, LongSupplier arrived, Runnable endCounting) {
        this.jobs = jobs;
        this.job = job;
        this.arrived = arrived;
        this.endCounting = endCounting;
    }

    @Override
    public long arrived() {
        return arrived.getAsLong();
    }

    /** Stops the job with a savepoint, so that everything it has read is acknowledged. */
    @Override
    public void close() {
        endCounting.run();
        jobs.stop(job);
    }
}
