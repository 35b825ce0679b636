/**
 * Notes: free text that becomes alarms and reasons to plan again. Begin at {@link
 * io.fueloptimine.operators.notes.ReadNotes}; what words mean is in {@code models/notes}.
 */
package io.fueloptimine.operators.notes;
