package io.fueloptimine.models.fuel.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that outlast a power cut: what is moved into place later is whole. */
final class DurableFile {

    private DurableFile() {}

    /** Writes a file anew and returns when it is on the disk. */
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

    /** Writes at the channel's position and returns when it is on the disk. */
    static void append(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }
}
