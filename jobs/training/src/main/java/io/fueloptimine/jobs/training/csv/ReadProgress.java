package io.fueloptimine.jobs.training.csv;

import java.util.function.IntConsumer;

/** The progress of reading several files. Not thread-safe. */
public final class ReadProgress {

    private static final int PERCENT = 100;

    private final long all;
    private final IntConsumer percent;
    private long before;
    private int reported = -1;

    /**
     * @param all the size of all files, bytes
     * @param percent receives the percentage of bytes read, each time it changes
     */
    public ReadProgress(long all, IntConsumer percent) {
        this.all = Math.max(1, all);
        this.percent = percent;
    }

    /**
     * Reports the progress within the current file.
     *
     * @param characters number of characters read; the number of bytes is assumed to be the same
     */
    public void at(long characters) {
        int now = (int) Math.min(PERCENT, PERCENT * (before + characters) / all);
        if (now > reported) {
            reported = now;
            percent.accept(now);
        }
    }

    /**
     * Reports the end of a file.
     *
     * @param bytes the size of the file, bytes
     */
    public void fileEnded(long bytes) {
        before += bytes;
    }
}
