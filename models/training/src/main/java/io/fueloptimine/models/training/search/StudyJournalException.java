package io.fueloptimine.models.training.search;

import java.nio.file.Path;

/** A search's journal cannot be used; the message names the file and the fault. */
public final class StudyJournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StudyJournalException(Path file, String fault, Throwable cause) {
        super("search journal " + file + " " + fault, cause);
    }
}
