package io.fueloptimine.connectors.parquet.files;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Exchanges two folders in one step, so that a program that lists one of them sees either all of
 * the old files or all of the new files. Java has no such call, so this class calls {@code
 * renameat2} of Linux (since glibc 2.28) with {@code RENAME_EXCHANGE}, which ext4, XFS, Btrfs and
 * tmpfs support.
 */
final class FolderExchange {

    /** {@code AT_FDCWD} of fcntl.h: relative paths begin at the working folder. */
    private static final int WORKING_FOLDER = -100;

    /** {@code RENAME_EXCHANGE} of stdio.h. */
    private static final int EXCHANGE = 2;

    private FolderExchange() {}

    /**
     * Exchanges two folders of one file system.
     *
     * @throws IOException if the system or the file system cannot do it; nothing has changed then
     */
    static void exchange(Path one, Path other) throws IOException {
        try {
            LinuxCalls.LIBRARY.renameat2(
                    WORKING_FOLDER, one.toString(), WORKING_FOLDER, other.toString(), EXCHANGE);
        } catch (LastErrorException e) {
            throw new IOException(
                    "cannot exchange "
                            + one
                            + " and "
                            + other
                            + " (error "
                            + e.getErrorCode()
                            + "), expected a file system such as ext4, XFS, Btrfs or tmpfs",
                    e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new IOException(
                    "cannot exchange folders on this system, expected Linux with glibc 2.28 or"
                            + " later",
                    e);
        }
    }

    /** The calls of the C library; JNA needs a public interface. */
    public interface LinuxCalls extends Library {

        LinuxCalls LIBRARY =
                Native.load(
                        "c",
                        LinuxCalls.class,
                        java.util.Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

        int renameat2(int oldFolder, String oldPath, int newFolder, String newPath, int flags)
                throws LastErrorException;
    }
}
