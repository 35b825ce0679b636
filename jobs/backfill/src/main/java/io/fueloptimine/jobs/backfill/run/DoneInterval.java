package io.fueloptimine.jobs.backfill.run;

import java.time.Instant;
import java.util.List;

/**
 * An interval of history that is done.
 *
 * @param input the digest of the files read, the interval, the settings and the destination
 * @param history what was read, for people
 * @param from the first instant of the interval
 * @param to the first instant after the interval
 * @param readings number of readings
 * @param doneAt when it was done
 * @param leftOut what was left out, one line for each reason
 */
record DoneInterval(
        String input,
        String history,
        Instant from,
        Instant to,
        long readings,
        Instant doneAt,
        List<String> leftOut) {}
