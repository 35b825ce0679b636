package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that compaction has replaced. They stay for a grace period, for readers that listed
 * them before; {@code LakeReader} finds them here. Each compaction of a partition has a folder,
 * whose name is that of the partition, a dot, and the time of the compaction in milliseconds.
 *
 * <p>Before the exchange the folder holds the new files and a {@link CompactionMark}; after it, the
 * old files, and the mark is in the partition.
 */
final class ReplacedFiles {

    private final LakeLayout lake;

    ReplacedFiles(LakeLayout lake) {
        this.lake = lake;
    }

    /** Creates the folder of a compaction of a partition, with a mark without files. */
    Path begin(LakePartition partition, Instant now) throws IOException {
        String name = partition.name() + "." + now.toEpochMilli();
        Path folder = folder(partition, name);
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder);
        new CompactionMark(name, Set.of()).write(folder);
        return folder;
    }

    private Path folder(LakePartition partition, String name) {
        return lake.replaced().resolve(partition.table()).resolve(name);
    }

    /** A replaced file of this name; empty if its grace period is over. */
    Optional<Path> find(String table, String name) {
        return LakeLayout.folders(lake.replaced().resolve(table))
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Ends a compaction after the exchange, also one that was killed: moves files that it did not
     * merge back to the partition. Job archive may have added them in the moment of the exchange.
     */
    void finish(LakePartition partition) throws IOException {
        Optional<CompactionMark> mark = CompactionMark.read(partition.folder());
        if (mark.isEmpty()) {
            return;
        }
        Path folder = folder(partition, mark.get().other());
        if (Files.isDirectory(folder)) {
            giveBack(new LakePartition(partition.table(), folder), partition, mark.get().merged());
        }
        CompactionMark.remove(partition.folder());
    }

    private static void giveBack(LakePartition old, LakePartition partition, Set<String> merged)
            throws IOException {
        Set<String> known = new HashSet<>(merged);
        known.addAll(names(partition.files()));
        for (Path file : old.files()) {
            if (!known.contains(file.getFileName().toString())) {
                Files.move(file, partition.folder().resolve(file.getFileName()));
            }
        }
        for (Path file : old.unfinished()) {
            Files.move(file, partition.folder().resolve(file.getFileName()));
        }
    }

    /**
     * Removes the replaced files whose grace period is over, and the new files of compactions that
     * were killed before the exchange.
     *
     * @return the number of bytes removed
     */
    long removeOlderThan(Duration grace, Instant now) throws IOException {
        long bytes = 0;
        for (Path table : LakeLayout.folders(lake.replaced()).toList()) {
            for (Path folder : LakeLayout.folders(table).toList()) {
                if (CompactionMark.isIn(folder) || replacedAt(folder).plus(grace).isBefore(now)) {
                    bytes += FileMerge.bytes(new LakePartition("", folder).files());
                    DurableFiles.removeFolder(folder);
                }
            }
        }
        return bytes;
    }

    private static Instant replacedAt(Path folder) {
        String name = folder.getFileName().toString();
        return Instant.ofEpochMilli(Long.parseLong(name.substring(name.lastIndexOf('.') + 1)));
    }

    static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
