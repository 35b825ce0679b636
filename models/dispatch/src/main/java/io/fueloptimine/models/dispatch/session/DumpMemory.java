package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.site.DumpPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How long trucks stay at the dumps of a session, and until when each dump is occupied by trucks
 * that have left it: a crusher still works on the load of such a truck. Not thread-safe.
 */
final class DumpMemory {

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** The longest time for which a truck is said to occupy a dump, s: that of a closed dump. */
    private static final double MOST_OCCUPIED_S = 86_400;

    /** The longest time at a dump that is not taken for a queue, s. */
    private static final double MOST_DUMP_S = 180;

    /** The share of the latest value in the mean time at a dump. */
    private static final double NEW_SHARE = 0.1;

    private final HaulTables tables;
    private final Instant[] freeAt;

    /** Mean time at a dump without the queue; a chosen value until it is measured, s. */
    private double dumpS = 60;

    DumpMemory(HaulTables tables) {
        this.tables = tables;
        this.freeAt = new Instant[tables.dumps.size()];
        forget();
    }

    /** Forgets the trucks that have dumped. */
    void forget() {
        Arrays.fill(freeAt, Instant.EPOCH);
    }

    /** Records that a truck has dumped at the end of its trip. */
    void dumped(FleetMemory.Trip trip, Instant now) {
        for (int d = 0; d < freeAt.length; d++) {
            if (tables.dumps.get(d).locationId().equals(trip.place())) {
                Instant begins = freeAt[d].isAfter(trip.arrivesAt()) ? freeAt[d] : trip.arrivesAt();
                double seconds = Duration.between(begins, now).toMillis() / MILLIS_PER_SECOND;
                dumpS += NEW_SHARE * (Math.min(MOST_DUMP_S, Math.max(1, seconds)) - dumpS);
                double occupiedS = occupiedS(tables.classOf(trip.className()), d);
                Instant began = plus(now, -dumpS);
                Instant from = freeAt[d].isAfter(began) ? freeAt[d] : began;
                Instant most = plus(now, occupiedS);
                Instant until = plus(from, occupiedS);
                freeAt[d] = until.isAfter(most) ? most : until;
            }
        }
    }

    /** The time until a dump has worked on the trucks that have left it, s; 0 when it has. */
    double freeInS(int dump, Instant now) {
        double seconds = Duration.between(now, freeAt[dump]).toMillis() / MILLIS_PER_SECOND;
        return Math.max(0, seconds);
    }

    /** The time for which a truck keeps the next one from dumping, s. */
    double occupiedS(int truckClass, int dump) {
        DumpPoint point = tables.dumps.get(dump);
        double crushedS = tables.payloadT(truckClass) / point.maxTph() * SECONDS_PER_HOUR;
        return Math.max(Math.min(MOST_OCCUPIED_S, crushedS), dumpS / Math.max(1, point.bays()));
    }

    /** Mean time at a dump without the queue, s. */
    double dumpS() {
        return dumpS;
    }

    private static Instant plus(Instant at, double seconds) {
        return at.plusMillis(Math.round(seconds * MILLIS_PER_SECOND));
    }
}
