package io.fueloptimine.models.fuel.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes files and forces them to disk, so that a file that is moved into place later is complete
 * after a power failure.
 */
final class DurableFile {

    private DurableFile() {}

    /** Writes a file, replacing its content, and forces it to disk. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            append(channel, bytes);
        }
    }

    /** Writes at the channel's position and forces the bytes to disk. */
    static void append(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer remaining = ByteBuffer.wrap(bytes);
        while (remaining.hasRemaining()) {
            channel.write(remaining);
        }
        channel.force(true);
    }
}
