package io.fueloptimine.jobs.local;

/**
 * Where every reading went.
 *
 * @param sent readings that the mine sent and the broker acknowledged
 * @param valid records in readings.valid
 * @param rejected records in fuel.quality with the verdict REJECTED
 * @param duplicates repeats that the mine sent, dropped
 * @param redelivered repeats that the broker made, dropped; not among those sent
 */
public record Accounting(long sent, long valid, long rejected, long duplicates, long redelivered) {

    /**
     * Readings sent that are in none of the places; negative when there are more than were sent.
     */
    long missing() {
        return sent - valid - rejected - duplicates;
    }
}
