package io.fueloptimine.models.notes;

import io.fueloptimine.models.mine.alarm.Severity;

/**
 * The classification of a note.
 *
 * @param category the category
 * @param severity the severity; INFO for a note that needs no action
 * @param subjectId the id of the road that it mentions; null when it mentions none
 */
public record NoteMeaning(NoteCategory category, Severity severity, String subjectId) {}
