package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder with all state of a local run, locked until {@link #close}. A second run on the same
 * folder is rejected, because both runs would use the same MQTT sessions, Kafka offsets and
 * checkpoints.
 */
public final class DataFolder implements AutoCloseable {

    /**
     * Free space that a run needs at its start, bytes. The data of Kafka, the SQL server and the
     * Parquet lake grow during the run.
     */
    private static final long FREE_BYTES = 1L << 30;

    /**
     * The folders that a run creates within the data folder. A run checks these folders at its
     * start, because folders of another user's run are not writable.
     */
    private static final List<String> PARTS =
            List.of(
                    "mqtt",
                    "kafka",
                    "sql",
                    "flink",
                    "flink/checkpoints",
                    "lake",
                    "retraining",
                    "mine",
                    "logs",
                    "jobs",
                    "registry",
                    "registry/models",
                    "zookeeper");

    private static final String LOCK = ".lock";
    private static final long FREE_TEMPORARY_BYTES = 64L << 20;

    /**
     * The names of the files and folders with results or state; logs and the model registry are not
     * included.
     */
    private static final List<String> STATE =
            List.of("mqtt", "kafka", "sql", "flink", "lake", "retraining", "mine", "jobs");

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
     * @throws InvalidInputException if a part of the stack cannot use the folder's name, the folder
     *     is not writable, or another run uses the folder
     */
    public static DataFolder open(Path folder) {
        List<String> faults = nameFaultsIn(folder, "--data");
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        Path root = folder.toAbsolutePath();
        try {
            Files.createDirectories(root);
            if (!root.equals(root.normalize())) {
                // Flink removes .. from a name, which differs from the file system's way at links.
                root = root.toRealPath();
            }
            restrict(root);
            FileChannel channel =
                    FileChannel.open(
                            root.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new InvalidInputException(inUse(root, "--data"));
            }
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data folder "
                            + root
                            + " cannot be written, expected a folder that this user may write;"
                            + " see --data",
                    e);
        }
    }

    /**
     * Checks whether a run can use the folder of the option {@code --data}, without changing the
     * folder.
     *
     * @return one text per fault; empty if the folder can be used
     */
    public static List<String> faultsIn(Path folder) {
        List<String> faults = new ArrayList<>(faultsIn(folder, "--data", FREE_BYTES));
        faults.addAll(
                FolderFaults.in(
                        "temporary folder",
                        Path.of(System.getProperty("java.io.tmpdir")),
                        "-Djava.io.tmpdir in FUEL_JVM_OPTIONS",
                        FREE_TEMPORARY_BYTES,
                        List.of()));
        return faults;
    }

    /**
     * Checks whether a folder can be used, without changing the folder.
     *
     * @param option the option that names the folder
     * @param freeBytes the free space that is needed, bytes
     * @return one text per fault; empty if the folder can be used
     */
    public static List<String> faultsIn(Path folder, String option, long freeBytes) {
        List<String> faults = nameFaultsIn(folder, option);
        if (isLocked(folder.resolve(LOCK))) {
            faults.add(inUse(folder.toAbsolutePath().normalize(), option));
        }
        faults.addAll(FolderFaults.in("data folder", folder, option, freeBytes, PARTS));
        return faults;
    }

    private static boolean isLocked(Path lockFile) {
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null;
        } catch (IOException e) {
            return false; // reported as a folder that cannot be written
        }
    }

    private static String inUse(Path root, String option) {
        return "data folder "
                + root
                + " is in use by another run; stop it or choose another with "
                + option;
    }

    /**
     * Checks whether all parts of the stack can use the folder's name. Flink and H2 read a
     * backslash as a slash. A control character would end a line in a broker's configuration file.
     * The broker's RocksDB does not encode characters beyond U+FFFF as UTF-8.
     */
    private static List<String> nameFaultsIn(Path folder, String option) {
        String name = folder.toAbsolutePath().toString();
        List<String> faults = new ArrayList<>();
        if (name.contains("\\")) {
            faults.add(
                    "data folder "
                            + name
                            + " contains a backslash, expected a name without; see "
                            + option);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            faults.add(
                    "data folder "
                            + name
                            + " contains a control character, expected a name without; see "
                            + option);
        }
        if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            faults.add(
                    "data folder "
                            + name
                            + " contains a character beyond U+FFFF, expected a name without; see "
                            + option);
        }
        return faults;
    }

    /**
     * Moves the state and the results of earlier runs to a new folder within this folder. Logs and
     * model registry are not moved.
     *
     * @param now the time from which the name of the new folder is made
     * @return the new folder; empty if there is nothing to move
     * @throws IOException if a file or folder cannot be moved; files and folders that were moved
     *     before are in the new folder
     */
    public Optional<Path> moveStateAside(Instant now) throws IOException {
        List<String> present =
                STATE.stream().filter(name -> Files.exists(root.resolve(name))).toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Path aside = root.resolve("before-" + now.toString().replace(':', '-'));
        Files.createDirectory(aside);
        for (String name : present) {
            Files.move(root.resolve(name), aside.resolve(name));
        }
        return Optional.of(aside);
    }

    /**
     * Restricts the access to the data folder to its owner, because the folder contains passwords
     * and databases.
     */
    private static void restrict(Path root) {
        try {
            OwnerOnly.restrict(root);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data folder "
                            + root
                            + " belongs to another user, expected one of this user; see --data",
                    e);
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

    /** The folder with certificates and passwords of a secured run. */
    public Path security() {
        return root.resolve("security");
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
