/**
 * Lists and shows dead letters, which are messages that job ingest rejected, and sends them to the
 * broker again. See {@link io.fueloptimine.jobs.deadletters.DeadLetters} and {@link
 * io.fueloptimine.jobs.deadletters.DeadLetterReplays}.
 */
package io.fueloptimine.jobs.deadletters;
