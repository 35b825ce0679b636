package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * Compares the files of a lake and of its snapshots with their checksums. Of a new file, it checks
 * the checksums of the pages, which the job computed before it wrote them, and records the checksum
 * of the file in the manifest of the partition. Not thread-safe.
 */
public final class LakeVerification {

    private final LakeLayout lake;
    private long files;
    private long recorded;
    private long bytes;
    private final List<String> faults = new ArrayList<>();

    public LakeVerification(LakeLayout lake) {
        this.lake = lake;
    }

    /**
     * The result of a verification.
     *
     * @param files number of files that were read
     * @param recorded number of these that had no checksum yet
     * @param bytes the size of the files
     * @param faults one line for each file that is missing or differs; empty if all is well
     */
    public record Result(long files, long recorded, long bytes, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Reads all files.
     *
     * @throws IOException if a folder cannot be read or a manifest cannot be written
     */
    public Result run() throws IOException {
        files = 0;
        recorded = 0;
        bytes = 0;
        faults.clear();
        try (LakeLock held = LakeLock.of(lake)) {
            for (LakePartition partition : lake.partitions()) {
                verify(partition);
            }
            LakeSnapshots snapshots = new LakeSnapshots(lake);
            for (LakeSnapshot snapshot : snapshots.all()) {
                Path folder = snapshots.folder(snapshot.id());
                for (LakeFile file : snapshot.files()) {
                    compare(file, folder.resolve(file.name()));
                }
            }
        }
        return new Result(files, recorded, bytes, faults);
    }

    private void verify(LakePartition partition) throws IOException {
        PartitionManifest manifest = PartitionManifest.read(partition.folder());
        Map<String, LakeFile> known = manifest.byName();
        List<LakeFile> entries = new ArrayList<>(manifest.files());
        for (LakeFile file : manifest.files()) {
            compare(file, partition.folder().resolve(file.name()));
        }
        for (Path file : partition.files()) {
            if (!known.containsKey(file.getFileName().toString())) {
                record(file, entries);
            }
        }
        if (entries.size() > manifest.files().size()) {
            new PartitionManifest(entries).write(partition.folder());
        }
    }

    private void compare(LakeFile expected, Path file) {
        files++;
        bytes += expected.bytes();
        try {
            fault(expected, file).ifPresent(faults::add);
        } catch (IOException e) {
            faults.add(e.getMessage());
        }
    }

    /** What is wrong with a file; empty if it is as it was. */
    static Optional<String> fault(LakeFile expected, Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(file + " is missing, expected " + expected.rows() + " rows");
        }
        String sha256 = LakeFile.sha256(file);
        return sha256.equals(expected.sha256())
                ? Optional.empty()
                : Optional.of(
                        file
                                + " has changed: SHA-256 "
                                + sha256
                                + ", expected "
                                + expected.sha256());
    }

    private void record(Path file, List<LakeFile> entries) throws IOException {
        files++;
        bytes += Files.size(file);
        try {
            checkPages(file);
            entries.add(LakeFile.of(file));
            recorded++;
        } catch (IOException | RuntimeException e) {
            faults.add("cannot read " + file + ", expected a complete Parquet file");
        }
    }

    private static void checkPages(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder().usePageChecksumVerification().build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            while (reader.readNextRowGroup() != null) {
                // Reading checks the pages.
            }
        }
    }
}
