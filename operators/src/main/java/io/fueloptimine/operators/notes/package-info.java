/**
 * Notes: free text to alarms and road states. Begin at {@link
 * io.fueloptimine.operators.notes.ReadNotes}. The classification is in models/notes.
 */
package io.fueloptimine.operators.notes;
