package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The room for a lake.
 *
 * @param freeBytes the free space of the disk, as far as it may be used
 * @param totalBytes the size of the disk
 * @param fault why nothing can be written, in the words of the operating system; empty if a small
 *     file could be written
 */
public record LakeSpace(long freeBytes, long totalBytes, Optional<String> fault) {

    private static final int PROBE_BYTES = 64 * 1024;

    /**
     * Measures the room, and writes and removes a small file, because a quota or a disk that is
     * read-only does not show in the free space. Takes some milliseconds.
     */
    public static LakeSpace measure(LakeLayout lake) {
        Path probe = lake.lock().resolveSibling("probe");
        Optional<String> fault = Optional.empty();
        try {
            Files.createDirectories(probe.getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            probe,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.delete(probe);
        } catch (IOException e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
        }
        try {
            FileStore disk = Files.getFileStore(lake.root());
            return new LakeSpace(disk.getUsableSpace(), disk.getTotalSpace(), fault);
        } catch (IOException e) {
            return new LakeSpace(0, 0, Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
