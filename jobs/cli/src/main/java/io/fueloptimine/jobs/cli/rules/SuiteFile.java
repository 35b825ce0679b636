package io.fueloptimine.jobs.cli.rules;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A file with a validation suite that the command line names. */
final class SuiteFile {

    private final Path file;

    SuiteFile(Path file) {
        this.file = file;
    }

    String text() {
        return TextFile.read("file", file);
    }

    /**
     * Reads the suite. If the suite is invalid, this method prints all faults, one per line, and
     * returns empty.
     */
    Optional<ValidationSuite> check(PrintWriter err) {
        try {
            return Optional.of(ValidationSuite.parse(text(), file.toString()));
        } catch (InvalidInputException e) {
            err.println("fuel: " + file + " is not a valid suite:");
            e.faults().forEach(fault -> err.println("  " + fault));
            return Optional.empty();
        }
    }
}
