package io.fueloptimine.models.fuel.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock for changes of a registry. One thread of one process holds it at a time, others wait. It
 * is released when its process ends. Not reentrant.
 */
final class RegistryLock implements AutoCloseable {

    /** A file lock belongs to the whole process, so the threads of a process need another lock. */
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
