package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens the data folder of a command that starts without state, such as {@code fuel soak}. Files of
 * an earlier run of the same command are deleted. A folder with files that the command did not
 * create is rejected; a marker file identifies the folders of a command.
 */
public final class EmptyDataFolder {

    private EmptyDataFolder() {}

    /**
     * Checks whether the command can use the folder, without changing the folder.
     *
     * @return one text per fault; empty if the folder can be used
     */
    public static List<String> faultsIn(Path folder, String command) {
        List<String> faults = new ArrayList<>(DataFolder.faultsIn(folder));
        try {
            if (isForeign(folder, command)) {
                faults.add(foreign(folder, command));
            }
        } catch (IOException e) {
            faults.add("data folder " + folder + " cannot be read; see --data");
        }
        return faults;
    }

    /**
     * Creates the folder if it is missing, empties it and locks it.
     *
     * @param command the name of the command and of its marker file
     * @throws InvalidInputException if the folder contains files of another origin or is in use
     */
    public static DataFolder open(Path folder, String command) {
        String marker = markerOf(command);
        try {
            if (isForeign(folder, command)) {
                throw new InvalidInputException(foreign(folder, command));
            }
            DataFolder data = DataFolder.open(folder);
            empty(entriesOf(data.root(), marker));
            empty(processLogsIn(data.logs()));
            Files.writeString(data.root().resolve(marker), "deleted by the next " + command + "\n");
            return data;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data folder " + folder + " cannot be emptied; see --data", e);
        }
    }

    private static String markerOf(String command) {
        return "." + command;
    }

    private static boolean isForeign(Path folder, String command) throws IOException {
        String marker = markerOf(command);
        return !isEmpty(folder, marker) && !Files.exists(folder.resolve(marker));
    }

    private static String foreign(Path folder, String command) {
        return "data folder "
                + folder
                + " holds files that "
                + command
                + " did not create, expected an empty folder; choose another with --data";
    }

    /** Whether the folder is empty. The log is ignored, because it is opened before the folder. */
    private static boolean isEmpty(Path folder, String marker) throws IOException {
        return !Files.isDirectory(folder) || entriesOf(folder, marker).isEmpty();
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

    /** The logs of child processes. The log of this process is not included, because it is open. */
    private static List<Path> processLogsIn(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("fuel."))
                    .toList();
        }
    }

    private static List<Path> entriesOf(Path folder, String marker) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isKept(entry.getFileName().toString(), marker))
                    .toList();
        }
    }

    private static boolean isKept(String name, String marker) {
        return name.equals(marker) || name.equals(".lock") || name.equals("logs");
    }
}
