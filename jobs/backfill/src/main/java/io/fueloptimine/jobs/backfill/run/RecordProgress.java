package io.fueloptimine.jobs.backfill.run;

import java.time.Instant;
import java.util.function.Consumer;

/** Counts the records that a job has read. Used by one task thread. */
final class RecordProgress implements Consumer<Instant> {

    private final String step;
    private final long all;
    private final StepProgress progress;
    private long read;
    private int reported = -1;

    /**
     * @param all number of records that the job reads
     */
    RecordProgress(String step, long all, StepProgress progress) {
        this.step = step;
        this.all = Math.max(1, all);
        this.progress = progress;
    }

    @Override
    public void accept(Instant time) {
        read++;
        int percent = (int) Math.min(StepProgress.ALL, StepProgress.ALL * read / all);
        if (percent > reported) {
            reported = percent;
            progress.reached(step, percent);
        }
    }
}
