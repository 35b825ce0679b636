package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a command that counts from nothing, such as a soak: empty at its start, since what
 * an earlier run left is deleted. A folder that no run of the same command has marked as its own is
 * refused unless it is empty.
 */
public final class EmptyDataFolder {

    private EmptyDataFolder() {}

    /**
     * Makes the folder, empties it and locks it.
     *
     * @param command whose folder it is; it names the mark
     * @throws StackException when it holds something else, or is in use
     */
    public static DataFolder open(Path folder, String command) {
        String mark = "." + command;
        try {
            boolean foreign = !isEmpty(folder, mark) && !Files.exists(folder.resolve(mark));
            if (foreign) {
                throw new InvalidInputException(
                        "data folder "
                                + folder
                                + " holds something that no "
                                + command
                                + " made, expected an empty folder;"
                                + " choose another with --data");
            }
            DataFolder data = DataFolder.open(folder);
            empty(entriesOf(data.root(), mark));
            empty(processLogsIn(data.logs()));
            Files.writeString(data.root().resolve(mark), "deleted by the next " + command + "\n");
            return data;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data folder " + folder + " cannot be emptied: " + e + "; see --data");
        }
    }

    /** The log may be there already: it is opened before anything else. */
    private static boolean isEmpty(Path folder, String mark) throws IOException {
        return !Files.isDirectory(folder) || entriesOf(folder, mark).isEmpty();
    }

    private static void empty(List<Path> entries) throws IOException {
        for (Path entry : entries) {
            try (Stream<Path> tree = Files.walk(entry)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** Not this process's own: it is open by now. */
    private static List<Path> processLogsIn(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("fuel."))
                    .toList();
        }
    }

    private static List<Path> entriesOf(Path folder, String mark) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isOurs(entry.getFileName().toString(), mark)).toList();
        }
    }

    private static boolean isOurs(String name, String mark) {
        return name.equals(mark) || name.equals(".lock") || name.equals("logs");
    }
}
