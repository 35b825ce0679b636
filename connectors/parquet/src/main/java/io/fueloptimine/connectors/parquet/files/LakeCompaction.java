package io.fueloptimine.connectors.parquet.files;

import io.fueloptimine.connectors.parquet.files.CompactionResult.Compacted;
import io.fueloptimine.connectors.parquet.files.CompactionResult.Skipped;
import io.fueloptimine.models.mine.input.OwnMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Merges the small files of each partition while others read the lake.
 *
 * <p>The new files of all partitions are written to folders outside of the tables. Then each folder
 * takes the place of its partition in one step ({@link FolderExchange}), all of them in quick
 * succession. A program that lists a partition gets the old files or the new ones, never both and
 * never none. A program that listed the old files and opens one of them after the exchange gets "no
 * such file", not a wrong number of rows; {@code LakeReader} then finds the file among the replaced
 * ones.
 *
 * <p>A partition is left for the next compaction while job archive writes to it. Killed at any
 * moment, a compaction loses and doubles nothing. Files in snapshots stay. Not thread-safe.
 */
public final class LakeCompaction {

    /** Space that must be left on the disk beside the new files. */
    private static final long RESERVE_BYTES = 64L << 20;

    private final LakeLayout lake;
    private final CompactionSettings settings;
    private final ReplacedFiles replaced;
    private final List<Compacted> compacted = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    public LakeCompaction(LakeLayout lake, CompactionSettings settings) {
        this.lake = lake;
        this.settings = settings;
        this.replaced = new ReplacedFiles(lake);
    }

    /**
     * Compacts all partitions. A partition that cannot be compacted is skipped with the reason.
     *
     * @param now the present
     * @throws IOException if the lake cannot be written
     */
    public CompactionResult run(Instant now) throws IOException {
        compacted.clear();
        skipped.clear();
        try (LakeLock held = LakeLock.of(lake)) {
            List<LakePartition> partitions = lake.partitions();
            for (LakePartition partition : partitions) {
                replaced.finish(partition);
            }
            long removed = replaced.removeOlderThan(settings.grace(), now);
            List<Prepared> prepared = new ArrayList<>();
            for (LakePartition partition : partitions) {
                prepare(partition, now, prepared);
            }
            for (Prepared one : prepared) {
                replace(one);
            }
            return new CompactionResult(compacted, skipped, removed);
        }
    }

    /** The new files of a partition, ready to take its place. */
    private record Prepared(LakePartition partition, Path folder, List<Path> old, long oldBytes) {}

    private void prepare(LakePartition partition, Instant now, List<Prepared> prepared)
            throws IOException {
        List<Path> files = partition.files();
        List<Path> small = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) < settings.smallBytes()) {
                small.add(file);
            }
        }
        if (small.size() < 2 || isInUse(partition, small, now)) {
            return;
        }
        Path folder = replaced.begin(partition, now);
        try {
            build(partition, folder, files, small);
            prepared.add(new Prepared(partition, folder, files, FileMerge.bytes(files)));
        } catch (IOException | RuntimeException e) {
            drop(partition, folder, OwnMessage.of(e).orElse("the files cannot be merged"), true);
        }
    }

    private boolean isInUse(LakePartition partition, List<Path> small, Instant now)
            throws IOException {
        if (!partition.unfinished().isEmpty()
                || partition.lastWritten().plus(settings.idle()).isAfter(now)) {
            skipped.add(
                    new Skipped(
                            partition.label(),
                            small.size() + " small files, but files are being added",
                            false));
            return true;
        }
        long needed = FileMerge.bytes(small) + RESERVE_BYTES;
        long free = Files.getFileStore(lake.root()).getUsableSpace();
        if (free < needed) {
            skipped.add(
                    new Skipped(
                            partition.label(),
                            (free >> 20) + " MiB free, expected " + (needed >> 20) + " MiB",
                            true));
            return true;
        }
        return false;
    }

    private void build(LakePartition partition, Path folder, List<Path> files, List<Path> small)
            throws IOException {
        PartitionManifest known = PartitionManifest.read(partition.folder());
        List<LakeFile> entries = new ArrayList<>();
        for (Path file : files) {
            if (!small.contains(file)) {
                String name = file.getFileName().toString();
                DurableFiles.link(file, folder.resolve(name));
                LakeFile entry = known.byName().get(name);
                entries.add(entry == null ? LakeFile.of(file) : entry);
            }
        }
        int number = 0;
        for (List<Path> group : groups(small)) {
            String name = mergedName(partition, folder, number++);
            entries.add(FileMerge.merge(group, folder.resolve(name)));
        }
        new PartitionManifest(entries).write(folder);
        String other = folder.getFileName().toString();
        new CompactionMark(other, Set.copyOf(ReplacedFiles.names(small))).write(folder);
        DurableFiles.force(folder);
    }

    /** No other file of the lake has this name, because no other compaction has this folder. */
    private static String mergedName(LakePartition partition, Path folder, int number) {
        String compaction = folder.getFileName().toString();
        String millis = compaction.substring(compaction.lastIndexOf('.') + 1);
        return partition.table() + "-compacted-" + millis + "-" + number + ".parquet";
    }

    /** Groups of files to merge, each of at least the size of a file that is not small. */
    private List<List<Path>> groups(List<Path> small) throws IOException {
        List<List<Path>> groups = new ArrayList<>();
        long bytes = settings.smallBytes();
        for (Path file : small) {
            if (bytes >= settings.smallBytes()) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.get(groups.size() - 1).add(file);
            bytes += Files.size(file);
        }
        return groups;
    }

    private void replace(Prepared one) throws IOException {
        LakePartition partition = one.partition();
        if (!partition.files().equals(one.old()) || !partition.unfinished().isEmpty()) {
            drop(partition, one.folder(), "files were added meanwhile", false);
            return;
        }
        try {
            FolderExchange.exchange(one.folder(), partition.folder());
        } catch (IOException e) {
            drop(partition, one.folder(), e.getMessage(), true);
            return;
        }
        replaced.finish(partition);
        DurableFiles.force(partition.folder().getParent());
        List<Path> now = partition.files();
        compacted.add(
                new Compacted(
                        partition.label(),
                        one.old().size(),
                        now.size(),
                        one.oldBytes(),
                        FileMerge.bytes(now)));
    }

    private void drop(LakePartition partition, Path folder, String reason, boolean fault)
            throws IOException {
        DurableFiles.removeFolder(folder);
        skipped.add(new Skipped(partition.label(), reason, fault));
    }
}
