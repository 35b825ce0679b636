package io.fueloptimine.jobs.backfill.spool;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the records of a {@link Spool}. Records are on disk after {@link #flush}. Not thread-safe.
 */
public final class SpoolWriter<T> implements AutoCloseable {

    /** The JSON texts in memory are written when they exceed this size, bytes. */
    private static final long MAX_BYTES = 64L << 20;

    /** Eleven years; more folders would exhaust the file system. */
    private static final int MAX_SPANS = 600_000;

    private final Path folder;
    private final Function<T, Instant> timeOf;
    private final Map<Long, Batch> batches = new HashMap<>();
    private final Set<Long> spans = new HashSet<>();
    private long bytes;

    SpoolWriter(Path folder, Function<T, Instant> timeOf) {
        this.folder = folder;
        this.timeOf = timeOf;
    }

    /**
     * Adds a record.
     *
     * @throws InvalidInputException when the records are spread over too many years
     * @throws UncheckedIOException when a file cannot be written
     */
    public void add(T record) {
        long span = Math.floorDiv(timeOf.apply(record).toEpochMilli(), Spool.SPAN.toMillis());
        if (spans.add(span) && spans.size() > MAX_SPANS) {
            throw new InvalidInputException(
                    "the records are spread over more than 11 years, expected fewer; see --from"
                            + " and --to");
        }
        byte[] json = MineJson.toBytes(record);
        batches.computeIfAbsent(span, unused -> new Batch()).add(json);
        bytes += json.length + 1;
        if (bytes > MAX_BYTES) {
            flush();
        }
    }

    /**
     * Writes the added records to files.
     *
     * @throws UncheckedIOException when a file cannot be written
     */
    public void flush() {
        try {
            for (Map.Entry<Long, Batch> batch : batches.entrySet()) {
                write(batch.getKey(), batch.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
        batches.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        flush();
    }

    private void write(long span, Batch batch) throws IOException {
        // Padded, so that the order of names is that of times.
        Path target = folder.resolve(String.format(Locale.ROOT, "%012d", span));
        Files.createDirectories(target);
        String name = batch.records + "-" + UUID.randomUUID() + Spool.FILE_END;
        Path unfinished = target.resolve(name + ".unfinished");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
            batch.json.writeTo(out);
        }
        Files.move(unfinished, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The JSON lines of one span. */
    private static final class Batch {

        private final ByteArrayOutputStream json = new ByteArrayOutputStream();
        private long records;

        void add(byte[] line) {
            json.writeBytes(line);
            json.write('\n');
            records++;
        }
    }
}
