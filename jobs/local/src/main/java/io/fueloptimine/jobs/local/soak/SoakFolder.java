package io.fueloptimine.jobs.local.soak;

import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a soak, empty at its start: a soak counts from nothing, so it deletes what an
 * earlier soak left. A folder that no soak has marked as its own is refused unless it is empty.
 */
final class SoakFolder {

    private static final String MARK = ".soak";

    private SoakFolder() {}

    /**
     * Makes the folder, empties it and locks it.
     *
     * @throws StackException when it holds something else, or is in use
     */
    static DataFolder openEmpty(Path folder) {
        try {
            boolean foreign = !isEmpty(folder) && !Files.exists(folder.resolve(MARK));
            if (foreign) {
                throw StackException.wrongInput(
                        "data folder "
                                + folder
                                + " holds something that no soak made, expected an empty folder;"
                                + " choose another with --data");
            }
            DataFolder data = DataFolder.open(folder);
            empty(entriesOf(data.root()));
            empty(processLogsIn(data.logs()));
            Files.writeString(data.root().resolve(MARK), "deleted by the next soak\n");
            return data;
        } catch (IOException e) {
            throw StackException.wrongInput(
                    "data folder " + folder + " cannot be emptied: " + e + "; see --data");
        }
    }

    /** The log may be there already: it is opened before anything else. */
    private static boolean isEmpty(Path folder) throws IOException {
        return !Files.isDirectory(folder) || entriesOf(folder).isEmpty();
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

    private static List<Path> entriesOf(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isOurs(entry.getFileName().toString())).toList();
        }
    }

    private static boolean isOurs(String name) {
        return name.equals(MARK) || name.equals(".lock") || name.equals("logs");
    }
}
