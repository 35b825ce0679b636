package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.dispatch.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last answers for the trucks of a session, for programs that do not send them with each
 * request. Not thread-safe.
 */
final class FleetMemory {

    /** A trip that is overdue by more than this is forgotten, s: the truck is out of service. */
    private static final long FORGOTTEN_S = 3_600;

    /** The longest time at a dump that is not taken for a queue, s. */
    private static final double MOST_DUMP_S = 180;

    /** The share of the latest value in the mean time at a dump. */
    private static final double NEW_SHARE = 0.1;

    private final Map<String, Trip> trips = new LinkedHashMap<>();
    private final Map<String, Instant> loadedAt = new LinkedHashMap<>();

    /** Mean time at a dump; a chosen value until it is measured, s. */
    private double dumpS = 60;

    /**
     * A trip that a truck was assigned.
     *
     * @param task {@code LOAD} or {@code OFFLOAD}
     * @param place the place of the loading unit or dump
     * @param unitId the loading unit to which the truck drives, or that has loaded it; null when
     *     unknown
     * @param arrivesAt when it should arrive (UTC)
     */
    record Trip(
            String truckId,
            String className,
            Task task,
            String place,
            String unitId,
            Instant arrivesAt) {}

    /** Records that a truck asks for its next trip, so that its last one is over. */
    void asks(String truckId, boolean loaded, Instant now) {
        Trip last = trips.remove(truckId);
        if (loaded && last != null && last.task() == Task.LOAD) {
            loadedAt.put(last.unitId(), now);
        }
        if (!loaded && last != null && last.task() == Task.OFFLOAD) {
            double seconds = Duration.between(last.arrivesAt(), now).toMillis() / 1_000.0;
            dumpS += NEW_SHARE * (Math.min(MOST_DUMP_S, Math.max(1, seconds)) - dumpS);
        }
        trips.values().removeIf(trip -> trip.arrivesAt().plusSeconds(FORGOTTEN_S).isBefore(now));
    }

    void sent(Trip trip) {
        trips.put(trip.truckId(), trip);
    }

    Collection<Trip> trips() {
        return List.copyOf(trips.values());
    }

    Optional<Trip> trip(String truckId) {
        return Optional.ofNullable(trips.get(truckId));
    }

    /** When a loading unit last finished a load; empty when unknown. */
    Optional<Instant> loadedAt(String unitId) {
        return Optional.ofNullable(loadedAt.get(unitId));
    }

    /** Mean time from the arrival at a dump to the next request, s. */
    double dumpS() {
        return dumpS;
    }
}
