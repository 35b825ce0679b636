package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes old days of all tables. Files in snapshots stay in the snapshots. A day leaves the table
 * in one step, before its files are removed. Folders whose names are not a day stay. Not
 * thread-safe.
 */
public final class LakeRetention {

    private final LakeLayout lake;
    private final boolean dryRun;

    /**
     * @param dryRun only tell what would be removed
     */
    public LakeRetention(LakeLayout lake, boolean dryRun) {
        this.lake = lake;
        this.dryRun = dryRun;
    }

    /**
     * A day of a table, or its unfinished files, that was removed or would be.
     *
     * @param label what it is
     * @param files number of files
     * @param bytes the size of the files
     * @param keptBytes the size of those that stay in snapshots
     */
    public record Removed(String label, int files, long bytes, long keptBytes) {}

    /**
     * Removes all days before a day.
     *
     * @param first the first day (UTC) that stays
     * @throws IOException if a folder cannot be read or removed
     */
    public List<Removed> removeBefore(LocalDate first) throws IOException {
        List<Removed> removed = new ArrayList<>();
        try (LakeLock held = LakeLock.of(lake)) {
            Set<String> kept = new HashSet<>();
            for (LakeSnapshot snapshot : new LakeSnapshots(lake).all()) {
                snapshot.files().forEach(file -> kept.add(file.name()));
            }
            for (LakePartition partition : lake.partitions()) {
                if (partition.day().filter(first::isAfter).isPresent()
                        && partition.unfinished().isEmpty()) {
                    removed.add(removed(partition, kept));
                    remove(partition);
                }
            }
        }
        return removed;
    }

    /**
     * Removes unfinished files that were last written before a time. A failed attempt of the job
     * leaves such files. They hold rows that are nowhere else only if the job was stopped since
     * then and continues from the checkpoint of that time.
     */
    public List<Removed> removeUnfinished(Duration age, Instant now) throws IOException {
        List<Removed> removed = new ArrayList<>();
        try (LakeLock held = LakeLock.of(lake)) {
            for (LakePartition partition : lake.partitions()) {
                List<Path> old = new ArrayList<>();
                for (Path file : partition.unfinished()) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(age))) {
                        old.add(file);
                    }
                }
                if (!old.isEmpty()) {
                    String label = partition.label() + " (unfinished)";
                    removed.add(new Removed(label, old.size(), FileMerge.bytes(old), 0));
                }
                for (Path file : dryRun ? List.<Path>of() : old) {
                    Files.delete(file);
                }
            }
        }
        return removed;
    }

    private Removed removed(LakePartition partition, Set<String> kept) throws IOException {
        List<Path> files = partition.files();
        List<Path> inSnapshots =
                files.stream()
                        .filter(file -> kept.contains(lake.root().relativize(file).toString()))
                        .toList();
        return new Removed(
                partition.label(),
                files.size(),
                FileMerge.bytes(files),
                FileMerge.bytes(inSnapshots));
    }

    private void remove(LakePartition partition) throws IOException {
        if (dryRun) {
            return;
        }
        // The time 0 lets the next compaction remove it if this program is killed.
        Path aside = lake.replaced().resolve(partition.table()).resolve(partition.name() + ".0");
        Files.createDirectories(aside.getParent());
        if (Files.exists(aside)) {
            DurableFiles.removeFolder(aside);
        }
        Files.move(partition.folder(), aside, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.removeFolder(aside);
    }
}
