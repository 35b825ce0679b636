package io.fueloptimine.jobs.backfill.history;

import io.fueloptimine.connectors.parquet.LakeReadings;
import io.fueloptimine.jobs.backfill.spool.SpoolWriter;
import io.fueloptimine.jobs.backfill.spool.Spools;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The readings of a Parquet lake. They are valid: job ingest has checked them. Immutable. */
public final class LakeHistory implements History {

    private static final int PERCENT = 100;
    private static final String DAY = "date=";

    private final Path root;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * @param root the lake's folder
     * @param range days outside of it are not opened
     */
    public LakeHistory(Path root, TimeRange range) {
        this.root = root;
        this.first = LocalDate.ofInstant(range.from(), ZoneOffset.UTC);
        this.last = LocalDate.ofInstant(range.to().minusMillis(1), ZoneOffset.UTC);
    }

    @Override
    public String description() {
        return "lake " + root;
    }

    @Override
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders()) {
            list(folder, LakeHistory::isFinished, files);
        }
        if (files.isEmpty()) {
            throw new InvalidInputException(
                    "--lake "
                            + root
                            + " has no readings from "
                            + first
                            + " to "
                            + last
                            + ", expected files readings/date=*/*.parquet");
        }
        return files;
    }

    @Override
    public boolean isRaw() {
        return false;
    }

    @Override
    public List<String> extract(TimeRange range, Spools spools, IntConsumer percent) {
        LakeReadings lake = new LakeReadings(root);
        List<Optional<LocalDate>> days = folders().stream().map(LakeHistory::dayOf).toList();
        try (SpoolWriter<Reading> writer = spools.readings().writer()) {
            for (int i = 0; i < days.size(); i++) {
                lake.read(
                        days.get(i),
                        reading -> {
                            if (range.contains(reading.time())) {
                                writer.add(reading);
                            }
                        });
                percent.accept(PERCENT * (i + 1) / days.size());
            }
        } catch (IOException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
        return lake.leftOut();
    }

    /** The folders of the days of the range, and folders whose names are not a day. */
    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        list(
                root.resolve("readings"),
                folder -> Files.isDirectory(folder) && dayOf(folder).filter(this::isOut).isEmpty(),
                folders);
        return folders;
    }

    private boolean isOut(LocalDate day) {
        return day.isBefore(first) || day.isAfter(last);
    }

    private static Optional<LocalDate> dayOf(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return name.startsWith(DAY)
                    ? Optional.of(LocalDate.parse(name.substring(DAY.length())))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isFinished(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".parquet") && !name.startsWith(".");
    }

    private static void list(Path folder, Predicate<Path> selection, List<Path> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            paths.filter(selection).sorted().forEach(found::add);
        } catch (IOException e) {
            throw new InvalidInputException("--lake: " + folder + " cannot be read", e);
        }
    }
}
