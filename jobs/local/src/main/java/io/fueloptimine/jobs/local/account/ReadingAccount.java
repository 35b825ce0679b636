package io.fueloptimine.jobs.local.account;

/**
 * The account of the readings of a run: read = not sent + valid + rejected + duplicates. It begins
 * where readings are made or read from files, so that a reading that the broker never received is
 * missing in it.
 *
 * @param read readings that the mine made, or that were read from files
 * @param notSent readings rejected before they were sent, because MQTT cannot carry them
 * @param valid records in readings.valid
 * @param rejected records in fuel.quality with the verdict REJECTED
 * @param duplicates repeats that the mine sent, dropped
 * @param redelivered repeats that the broker delivered, dropped; not included in read
 */
public record ReadingAccount(
        long read, long notSent, long valid, long rejected, long duplicates, long redelivered) {

    /** Readings that are not found; negative if more are found than were read. */
    public long unaccounted() {
        return read - notSent - valid - rejected - duplicates;
    }
}
