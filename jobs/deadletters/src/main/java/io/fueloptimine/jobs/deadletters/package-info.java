/**
 * Dead letters: lists, shows and sends again the messages that ingest rejected. See {@link
 * io.fueloptimine.jobs.deadletters.DeadLetters} and {@link
 * io.fueloptimine.jobs.deadletters.DeadLetterReplays}.
 */
package io.fueloptimine.jobs.deadletters;
