package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.jobs.backfill.spool.Spools;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.flink.util.FileUtils;

/**
 * The folder of a backfill that is not finished: its spools, checkpoints and which steps are done.
 * While it is open, no other process can open a work folder in the same data folder.
 */
final class WorkFolder implements AutoCloseable {

    private static final String DONE = ".done";

    private final Path folder;
    private final FileChannel lockFile;

    private WorkFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder of a backfill.
     *
     * @param data the data folder
     * @param input the digest that identifies the backfill
     * @throws InvalidInputException when another process uses the data folder, or it cannot be
     *     written
     */
    static WorkFolder open(Path data, String input) {
        try {
            Path folder = Files.createDirectories(data.resolve("unfinished").resolve(input));
            FileChannel channel =
                    FileChannel.open(
                            data.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new InvalidInputException(
                        "--data " + data + " is in use by another backfill, expected its end");
            }
            return new WorkFolder(folder, channel);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "--data " + data + " cannot be written, expected a folder with write access",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Spools spools() {
        return new Spools(folder.resolve("spool").toString());
    }

    Path checkpoints(String step) {
        return folder.resolve("checkpoints").resolve(step);
    }

    boolean isDone(String step) {
        return Files.exists(folder.resolve(step + DONE));
    }

    /** The lines that were recorded with a step; empty if the step is not done. */
    List<String> linesOf(String step) {
        try {
            return isDone(step) ? Files.readAllLines(folder.resolve(step + DONE)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** Records that a step is done, with lines for the report. */
    void setDone(String step, List<String> lines) {
        try {
            Files.write(folder.resolve(step + DONE), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Deletes the spools, which a step that was interrupted has not completed. */
    void deleteSpools() {
        delete(folder.resolve("spool"));
    }

    /** Deletes the folder. */
    void delete() {
        delete(folder);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of " + folder, e);
        }
    }

    /** Flink may still delete files of checkpoints when its job has ended. */
    private static void delete(Path folder) {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
