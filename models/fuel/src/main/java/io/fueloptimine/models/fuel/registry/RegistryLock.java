package io.fueloptimine.models.fuel.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held by whoever alters a registry: one thread of one process at a time, the others wait. A
 * process that dies lets go of it. Not to be taken twice by the same thread.
 */
final class RegistryLock implements AutoCloseable {

    /** A file lock belongs to the whole process, so its threads need a lock of their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private RegistryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock of a registry; its folder is made when it is not there. */
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
            throw new UncheckedIOException("cannot let go of the model registry's lock", e);
        } finally {
            THREADS.unlock();
        }
    }
}
