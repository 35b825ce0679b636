package io.fueloptimine.jobs.local.account;

/**
 * The account of the readings of a run: read = not sent + valid + rejected + duplicates. Readings
 * are counted when they are made or read from files, so that readings that the broker never
 * received show up as unaccounted.
 *
 * @param read readings that the mine made, or that were read from files
 * @param notSent readings rejected before they were sent, because MQTT cannot carry them
 * @param valid records in readings.valid
 * @param rejected records in fuel.quality with the verdict REJECTED
 * @param duplicates repeated readings that the mine sent and job ingest dropped
 * @param redelivered repeated readings that the broker delivered and job ingest dropped; {@code
 *     read} does not include them
 */
public record ReadingAccount(
        long read, long notSent, long valid, long rejected, long duplicates, long redelivered) {

    /**
     * Number of readings that are missing in the results; negative if the results contain more
     * readings than were read.
     */
    public long unaccounted() {
        return read - notSent - valid - rejected - duplicates;
    }
}
