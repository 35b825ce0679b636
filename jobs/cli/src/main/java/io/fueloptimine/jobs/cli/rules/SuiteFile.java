package io.fueloptimine.jobs.cli.rules;

import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A suite file named on the command line. */
final class SuiteFile {

    private final Path file;

    SuiteFile(Path file) {
        this.file = file;
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(file + " is not UTF-8");
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + (Files.exists(file) ? " cannot be read" : " does not exist"));
        }
    }

    /** The suite; if it is not valid, prints all faults, one per line, and returns empty. */
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
