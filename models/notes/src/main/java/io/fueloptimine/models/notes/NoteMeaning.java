package io.fueloptimine.models.notes;

import io.fueloptimine.models.mine.Severity;

/**
 * What a note means.
 *
 * @param category what it is about
 * @param severity how much somebody should care; INFO for a note that needs nobody
 * @param subjectId the road it names, as the mine spells it; null when it names none
 */
public record NoteMeaning(NoteCategory category, Severity severity, String subjectId) {}
