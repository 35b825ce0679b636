package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.jobs.local.stack.FolderFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Checks that a folder exists and is writable, and the free space of its file system. To see
 * whether it is writable, a temporary file is created and deleted.
 *
 * @param subject what the folder contains
 * @param option the option that names the folder
 * @param folder the folder
 * @param limits the limits of the free space
 */
record FolderCheck(String subject, String option, Path folder, Limits limits) implements SiteCheck {

    private static final double GIB = 1L << 30;

    /**
     * Limits of free space.
     *
     * @param warningBytes the free space below which there is a warning, bytes
     * @param faultBytes the free space below which there is a fault, bytes
     */
    record Limits(long warningBytes, long faultBytes) {

        /** A warning below 10 GiB, a fault below 1 GiB. */
        static final Limits DEFAULT = new Limits(10L << 30, 1L << 30);
    }

    @Override
    public CheckResult run() {
        String expected =
                "a folder that this user may write, "
                        + gib(limits.warningBytes())
                        + " of free space";
        if (!Files.isDirectory(folder)) {
            return CheckResult.fault(
                    subject,
                    folder + (Files.exists(folder) ? " is no folder" : " does not exist"),
                    expected,
                    "Create the folder for the user of the jobs, mount it, or correct "
                            + option
                            + ".");
        }
        List<String> faults = FolderFaults.in(subject + " folder", folder, option, 0, List.of());
        if (!faults.isEmpty()) {
            return CheckResult.fault(
                    subject,
                    String.join("; ", faults),
                    expected,
                    "Give the user of the jobs the right to write, and run doctor as this user.");
        }
        return space(expected);
    }

    private CheckResult space(String expected) {
        long freeBytes;
        try {
            freeBytes = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return CheckResult.fault(
                    subject,
                    folder + ": the free space is not known",
                    expected,
                    "Mount the file system of the folder again.");
        }
        String found = folder + " has " + gib(freeBytes) + " of free space";
        String remedy = "Delete what is not needed, or move the folder to a larger disk.";
        if (freeBytes < limits.faultBytes()) {
            return CheckResult.fault(subject, found, expected, remedy);
        }
        return freeBytes < limits.warningBytes()
                ? CheckResult.warning(subject, found, expected, remedy)
                : CheckResult.ok(subject, found, expected);
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
