package io.fueloptimine.models.fuel.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock for changes of a registry. At any time, at most one thread of one process holds the
 * lock; other threads and processes wait. The lock is released when the process that holds it ends.
 * Not reentrant.
 */
final class RegistryLock implements AutoCloseable {

    /**
     * The lock between the threads of this process, which is needed because a file lock belongs to
     * the whole process.
     */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private RegistryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock of a registry. Creates the folder if it does not exist. */
    static RegistryLock of(Path root) {
        THREADS.lock();
        try {
            return new RegistryLock(locked(root));
        } catch (IOException e) {
            THREADS.unlock();
            throw new UncheckedIOException("cannot lock the model registry " + root, e);
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(
                        root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of the model registry", e);
        } finally {
            THREADS.unlock();
        }
    }
}
