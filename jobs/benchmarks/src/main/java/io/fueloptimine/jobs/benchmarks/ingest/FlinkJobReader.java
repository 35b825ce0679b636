package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import java.util.function.LongSupplier;

/** A reader that is a Flink job, with a counter of the job's results. */
final class FlinkJobReader implements QueueReader {

    private final FlinkJobs jobs;
    private final RunningJob job;
    private final LongSupplier arrived;
    private final Runnable endCounting;

    FlinkJobReader(FlinkJobs jobs, RunningJob job, LongSupplier arrived) {
        this(jobs, job, arrived, () -> {});
    }

    /**
     * @param arrived the function that returns the number of results of the job
     * @param endCounting releases the counter of results
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

    /**
     * Stops the job with a savepoint, so that all messages that the job has read are acknowledged.
     */
    @Override
    public void close() {
        endCounting.run();
        jobs.stop(job);
    }
}
