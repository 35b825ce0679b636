package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import java.util.function.LongSupplier;

/** A Flink job that reads, and where its results are counted. */
final class JobReader implements Reader {

    private final FlinkJobs jobs;
    private final RunningJob job;
    private final LongSupplier arrived;
    private final Runnable endCounting;

    JobReader(FlinkJobs jobs, RunningJob job, LongSupplier arrived) {
        this(jobs, job, arrived, () -> {});
    }

    /**
     * @param arrived counts what came out of the job
     * @param endCounting called when nobody asks any more
     */
    JobReader(FlinkJobs jobs, RunningJob job, LongSupplier arrived, Runnable endCounting) {
        this.jobs = jobs;
        this.job = job;
        this.arrived = arrived;
        this.endCounting = endCounting;
    }

    @Override
    public long arrived() {
        return arrived.getAsLong();
    }

    /** Stops the job with a savepoint, so that all it has read is acknowledged. */
    @Override
    public void close() {
        endCounting.run();
        jobs.stop(job);
    }
}
