/**
 * Dead letters: what was rejected, read back from SQL, shown, and sent through again. Begin at
 * {@link io.fueloptimine.jobs.local.letters.DeadLetters} and {@link
 * io.fueloptimine.jobs.local.letters.LetterReplays}; the commands are in {@code cli}.
 */
package io.fueloptimine.jobs.local.letters;
