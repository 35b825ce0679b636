package io.fueloptimine.jobs.backfill.history;

import io.fueloptimine.jobs.backfill.spool.Spools;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** Records of the past. */
public interface History {

    /** What is read, for people. */
    String description();

    /** The files that are read; when one of them changes, the history is another one. */
    List<Path> files();

    /**
     * Whether the records are messages that job ingest must decode and validate; otherwise they are
     * readings.
     */
    boolean isRaw();

    /**
     * Writes the records of a span of time to the spool of messages or readings.
     *
     * @param percent receives the percentage read, each time it changes
     * @return what was left out, one line for each reason
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when a file cannot be read
     */
    List<String> extract(TimeRange range, Spools spools, IntConsumer percent);
}
