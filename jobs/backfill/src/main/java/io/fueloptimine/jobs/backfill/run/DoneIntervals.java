package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The intervals that are done, one JSON object per line of the file {@code done.ndjson}. */
final class DoneIntervals {

    private final Path file;

    /**
     * @param data the data folder of the backfill
     */
    DoneIntervals(Path data) {
        file = data.resolve("done.ndjson");
    }

    /** The interval with the given input; empty if it is not done. */
    Optional<DoneInterval> of(String input) {
        return all().stream().filter(done -> done.input().equals(input)).findFirst();
    }

    /** Adds an interval, on a line of its own even if the last line is incomplete. */
    void add(DoneInterval done) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    ("\n" + new String(MineJson.toBytes(done), StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private List<DoneInterval> all() {
        List<DoneInterval> all = new ArrayList<>();
        if (!Files.exists(file)) {
            return all;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                read(line).ifPresent(all::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return all;
    }

    /** Empty for the line of a run that was killed while it wrote; its interval is run again. */
    private static Optional<DoneInterval> read(String line) {
        try {
            return Optional.of(
                    MineJson.fromBytes(line.getBytes(StandardCharsets.UTF_8), DoneInterval.class));
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }
}
