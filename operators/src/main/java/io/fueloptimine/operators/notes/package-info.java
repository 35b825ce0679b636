/**
 * Converts free-text notes to alarms and road states. Begin with {@link
 * io.fueloptimine.operators.notes.ReadNotes}. The rules of the classification are in models/notes.
 */
package io.fueloptimine.operators.notes;
