package io.fueloptimine.jobs.backfill.spool;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records of one type on disk, in a folder for each ten minutes of their time. Records are written
 * in any order and read in the order of their time, so that no more than ten minutes of records are
 * in memory. A file contains one JSON object per line, is compressed with gzip, and gets its name
 * when it is complete; the name contains the number of its records. Immutable; several writers may
 * write at the same time.
 *
 * @param <T> the type of the records, which {@link MineJson} can write and read
 */
public final class Spool<T> {

    /** The span of time of one folder. */
    static final Duration SPAN = Duration.ofMinutes(10);

    static final String FILE_END = ".ndjson.gz";

    private final Path folder;
    private final Class<T> type;
    private final Function<T, Instant> timeOf;
    private final Comparator<T> order;

    /**
     * @param folder the folder of all records; created when it is missing
     * @param timeOf the time by which records are sorted
     * @param tieBreak the order of records with equal time; records that are equal by it are read
     *     in the order of their JSON texts
     */
    public Spool(Path folder, Class<T> type, Function<T, Instant> timeOf, Comparator<T> tieBreak) {
        this.folder = folder;
        this.type = type;
        this.timeOf = timeOf;
        this.order = Comparator.comparing(timeOf).thenComparing(tieBreak);
    }

    /** A writer, to be used by one thread. */
    public SpoolWriter<T> writer() {
        return new SpoolWriter<>(folder, timeOf);
    }

    /**
     * Reads the records in order. A record that was written several times is read once, so that a
     * writer that repeats records after a restart changes nothing.
     *
     * @param skipped number of records at the beginning to skip
     * @throws UncheckedIOException when a file cannot be read
     */
    public Iterator<T> read(long skipped) {
        Iterator<T> records = new SpoolIterator<>(spans(), type, order);
        for (long i = 0; i < skipped && records.hasNext(); i++) {
            records.next();
        }
        return records;
    }

    /** Number of records, including repeats. */
    public long count() {
        long count = 0;
        for (Path span : spans()) {
            for (Path file : files(span)) {
                count += countIn(file);
            }
        }
        return count;
    }

    private List<Path> spans() {
        return Files.isDirectory(folder) ? list(folder, path -> true) : List.of();
    }

    static List<Path> files(Path span) {
        return list(span, path -> path.getFileName().toString().endsWith(FILE_END));
    }

    private static List<Path> list(Path folder, Function<Path, Boolean> selection) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(selection::apply).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static long countIn(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }
}
