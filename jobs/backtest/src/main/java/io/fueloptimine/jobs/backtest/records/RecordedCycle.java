package io.fueloptimine.jobs.backtest.records;

import java.time.Duration;
import java.time.Instant;

/**
 * A haul cycle of a fleet management system. Durations are in s, distances in m.
 *
 * @param className the class of the truck
 * @param previousDumpId the dump at which the truck dumped its load before; that of this cycle when
 *     there is none in the records
 * @param assignedAt when the truck was assigned to the loading unit (UTC)
 * @param loadArrivedAt when the truck arrived at the loading unit (UTC)
 * @param fullAt when loading ended (UTC)
 * @param dumpArrivedAt when the truck arrived at the dump (UTC)
 * @param emptyAt when the body was empty again (UTC)
 * @param stopS time before and in the cycle that belongs to no activity: from the end of the
 *     truck's cycle before, in the same shift, until this cycle's end, without the activities
 */
public record RecordedCycle(
        String truckId,
        String className,
        String unitId,
        String faceId,
        String dumpId,
        String previousDumpId,
        Instant assignedAt,
        Instant loadArrivedAt,
        Instant fullAt,
        Instant dumpArrivedAt,
        Instant emptyAt,
        double payloadT,
        double emptyTravelS,
        double loadQueueS,
        double spotS,
        double loadingS,
        double fullTravelS,
        double dumpQueueS,
        double dumpingS,
        double emptyM,
        double fullM,
        double stopS) {

    /** Duration of the activities, s. */
    public double activeS() {
        return emptyTravelS + loadQueueS + spotS + loadingS + fullTravelS + dumpQueueS + dumpingS;
    }

    /** When the truck left the queue of the loading unit (UTC). */
    public Instant servedAt() {
        return fullAt.minusMillis(Math.round(1_000 * (loadingS + spotS)));
    }

    /** When dumping began (UTC). */
    public Instant dumpsAt() {
        return emptyAt.minusMillis(Math.round(1_000 * dumpingS));
    }

    /** Time in queues, s. */
    public double queueS() {
        return loadQueueS + dumpQueueS;
    }

    /** A copy that knows the truck's cycle before it. */
    RecordedCycle after(String previousDump, Instant availableFrom) {
        double elapsedS = Duration.between(availableFrom, emptyAt).toMillis() / 1_000.0;
        return new RecordedCycle(
                truckId,
                className,
                unitId,
                faceId,
                dumpId,
                previousDump,
                assignedAt,
                loadArrivedAt,
                fullAt,
                dumpArrivedAt,
                emptyAt,
                payloadT,
                emptyTravelS,
                loadQueueS,
                spotS,
                loadingS,
                fullTravelS,
                dumpQueueS,
                dumpingS,
                emptyM,
                fullM,
                Math.max(0, elapsedS - activeS()));
    }
}
