package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a folder to which a command writes, before the command starts. The checks leave no files
 * in the file system.
 */
public final class FolderFaults {

    private static final long MIB = 1L << 20;
    private static final String NOT_WRITABLE =
            " cannot be written, expected a folder that this user may write";

    private FolderFaults() {}

    /**
     * Checks whether a folder is writable. A folder that does not exist counts as writable if its
     * nearest existing parent folder is writable.
     *
     * @param what a name of the folder for messages, such as "data folder"
     * @param folder the folder, which need not exist
     * @param option the option that names the folder
     * @param freeBytes the free space that the command needs, bytes
     * @param subfolders folders within the folder to which the command also writes; only existing
     *     ones are checked
     * @return one text per fault; empty if the folder can be used
     */
    public static List<String> in(
            String what, Path folder, String option, long freeBytes, List<String> subfolders) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = what + " " + absolute;
        String hint = "; see " + option;
        Path existing = nearest(absolute);
        if (!Files.isDirectory(existing)) {
            return List.of(name + ": " + kindOf(existing) + ", expected a folder" + hint);
        }
        List<String> faults = new ArrayList<>();
        try {
            if (!canWrite(existing)) {
                faults.add(name + cannotBeWritten(existing) + hint);
            } else {
                subfolders.stream()
                        .map(absolute::resolve)
                        .filter(inside -> Files.isDirectory(inside) && !Files.isWritable(inside))
                        .forEach(inside -> faults.add(what + " " + inside + NOT_WRITABLE + hint));
            }
            long free = Files.getFileStore(existing).getUsableSpace();
            if (free < freeBytes) {
                faults.add(
                        name
                                + " has "
                                + free / MIB
                                + " MiB of free space, expected at least "
                                + freeBytes / MIB
                                + " MiB"
                                + hint);
            }
        } catch (IOException e) {
            faults.add(name + " cannot be read, expected a folder of this user" + hint);
        }
        return faults;
    }

    /** The folder itself if it exists; otherwise the nearest existing parent folder. */
    private static Path nearest(Path folder) {
        Path path = folder;
        while (path.getParent() != null && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            path = path.getParent();
        }
        return path;
    }

    private static String kindOf(Path path) {
        return Files.exists(path)
                ? path + " is a file"
                : path + " is a symbolic link to a folder that does not exist";
    }

    /**
     * Checks whether a folder is writable by creating and deleting a file, because the permissions
     * alone do not show, for example, an exceeded quota.
     */
    private static boolean canWrite(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".fuel", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String cannotBeWritten(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.isReadOnly()
                ? " is on a read-only file system, expected one that can be written"
                : NOT_WRITABLE;
    }
}
