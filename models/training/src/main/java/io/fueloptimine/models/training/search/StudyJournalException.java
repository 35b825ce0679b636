package io.fueloptimine.models.training.search;

import java.nio.file.Path;

/**
 * Thrown when the journal of a search cannot be used. The message names the file and the problem.
 */
public final class StudyJournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StudyJournalException(Path file, String fault, Throwable cause) {
        super("search journal " + file + " " + fault, cause);
    }
}
