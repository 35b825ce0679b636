package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder with all state of a local run, locked until {@link #close}. A second run on the same
 * folder is refused, because two runs would share sessions, offsets and checkpoints.
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Creates the folder if it is missing, and locks it.
     *
     * @throws InvalidInputException if it cannot be written or another run uses it
     */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(
                            root.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new InvalidInputException(
                        "data folder "
                                + root
                                + " is in use by another run; stop it or choose another with"
                                + " --data");
            }
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data folder " + root + " cannot be used: " + e + "; see --data");
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    public Path broker() {
        return root.resolve("mqtt");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path sql() {
        return root.resolve("sql");
    }

    public Path flink() {
        return root.resolve("flink");
    }

    public Path lake() {
        return root.resolve("lake");
    }

    public Path retraining() {
        return root.resolve("retraining");
    }

    public Path mine() {
        return root.resolve("mine");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
