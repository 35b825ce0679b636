package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one program at a time change files of a lake, or record them. Job archive, which only adds
 * files, and readers do not need the lock. It waits until the lock is free; it is free after the
 * program that holds it has ended in any way.
 */
final class LakeLock implements AutoCloseable {

    /** A lock of a file is held by the whole process, so its threads need a lock of their own. */
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private LakeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws IOException if the lake's folder cannot be written
     */
    static LakeLock of(LakeLayout lake) throws IOException {
        IN_PROCESS.lock();
        boolean held = false;
        try {
            Path file = lake.lock();
            Files.createDirectories(file.getParent());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            held = true;
            return new LakeLock(channel);
        } catch (IOException e) {
            throw new IOException("cannot write to the lake " + lake.root(), e);
        } finally {
            if (!held) {
                IN_PROCESS.unlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_PROCESS.unlock();
        }
    }
}
