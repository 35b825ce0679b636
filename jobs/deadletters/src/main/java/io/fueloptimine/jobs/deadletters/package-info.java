/**
 * Dead letters: what was rejected, read back from SQL, shown, and sent through again. Begin at
 * {@link io.fueloptimine.jobs.deadletters.DeadLetters} and {@link
 * io.fueloptimine.jobs.deadletters.DeadLetterReplays}; the commands are in {@code cli}.
 */
package io.fueloptimine.jobs.deadletters;
