package io.fueloptimine.jobs.local.account;

/**
 * The account of the readings of a run: sent = valid + rejected + duplicates.
 *
 * @param sent readings that the mine sent and the broker acknowledged
 * @param valid records in readings.valid
 * @param rejected records in fuel.quality with the verdict REJECTED
 * @param duplicates repeats that the mine sent, dropped
 * @param redelivered repeats that the broker delivered, dropped; not included in sent
 */
public record ReadingAccount(
        long sent, long valid, long rejected, long duplicates, long redelivered) {

    /** Readings sent that are not found; negative if more are found than were sent. */
    public long unaccounted() {
        return sent - valid - rejected - duplicates;
    }
}
