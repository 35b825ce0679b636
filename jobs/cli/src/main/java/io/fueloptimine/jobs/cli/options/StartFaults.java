package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParameterException;

/**
 * Collects the faults of a command's options and of the files and folders that they name, so that
 * one message contains all faults before the command starts anything. Not thread-safe.
 */
public final class StartFaults {

    private final List<String> faults = new ArrayList<>();

    /**
     * Runs a check that throws an exception for wrong input; returns true if the check found no
     * fault.
     */
    public boolean check(Runnable check) {
        try {
            check.run();
            return true;
        } catch (InvalidInputException e) {
            faults.add(e.getMessage());
        } catch (ParameterException | UncheckedIOException e) {
            faults.add(e.getMessage());
        }
        return false;
    }

    /** Adds faults that the caller has found. */
    public StartFaults add(List<String> found) {
        faults.addAll(found);
        return this;
    }

    /** Adds a fault unless the folder exists. */
    public StartFaults requireFolder(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            faults.add(option + " " + folder + missing(folder) + ", expected an existing folder");
        }
        return this;
    }

    /** Adds a fault unless the file exists and can be read. */
    public StartFaults requireFile(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            faults.add(option + " " + file + missing(file) + ", expected a readable file");
        }
        return this;
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidInputException if there are faults; the message contains all faults, one per
     *     line
     */
    public void requireNone() {
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private static String missing(Path path) {
        if (!Files.exists(path)) {
            return " does not exist";
        }
        return Files.isDirectory(path)
                ? " is a folder"
                : Files.isReadable(path) ? " is a file" : " cannot be read";
    }
}
