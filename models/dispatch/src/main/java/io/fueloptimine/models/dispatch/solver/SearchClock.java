package io.fueloptimine.models.dispatch.solver;

/** The time of one solve, from its creation on, beside the limit. Thread-safe. */
final class SearchClock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SolveLimit limit;
    private final long startNanos = System.nanoTime();

    SearchClock(SolveLimit limit) {
        this.limit = limit;
    }

    /** Whether the caller cancelled the solve or its time is over. */
    boolean isStopped() {
        return limit.cancelled().getAsBoolean() || limit.millis() > 0 && millis() >= limit.millis();
    }

    /** Time since the start, ms. */
    long millis() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
    }

    /**
     * The limit with the time that is left of it, at least 1 ms; a limit without time stays as it
     * is.
     */
    SolveLimit left() {
        return limit.millis() == 0 ? limit : limit.within(Math.max(1, limit.millis() - millis()));
    }
}
