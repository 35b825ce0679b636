package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.dispatch.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last answers for the trucks of a session, for programs that do not send them with each
 * request. Not thread-safe.
 */
final class FleetMemory {

    /** A trip that is overdue by more than this is forgotten, s: the truck is out of service. */
    private static final long FORGOTTEN_S = 3_600;

    /** A time that is earlier than the one before by more than this begins another run, s. */
    private static final long BACK_S = 600;

    /** The largest number of trucks of a session. */
    static final int MOST_TRUCKS = 5_000;

    private final Map<String, Trip> trips = new LinkedHashMap<>();
    private final Map<String, Instant> loadedAt = new LinkedHashMap<>();
    private final Set<String> truckIds = new HashSet<>();
    private final DumpMemory dumps;
    private Instant latest = Instant.MIN;

    FleetMemory(HaulTables tables) {
        this.dumps = new DumpMemory(tables);
    }

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

    /**
     * Takes the time of a request. When it is far earlier than the one before, another run has
     * begun, and what is remembered of trucks, loading units and dumps is forgotten.
     */
    void at(Instant now) {
        if (now.isBefore(latest) && Duration.between(now, latest).toSeconds() > BACK_S) {
            trips.clear();
            loadedAt.clear();
            truckIds.clear();
            dumps.forget();
            latest = now;
        }
        latest = now.isAfter(latest) ? now : latest;
    }

    /** Whether the session may take one more truck, or has this one. */
    boolean admits(String truckId) {
        if (truckIds.size() < MOST_TRUCKS) {
            truckIds.add(truckId);
        }
        return truckIds.contains(truckId);
    }

    /** Records that a truck asks for its next trip, so that its last one is over. */
    void asks(String truckId, boolean loaded, Instant now) {
        Trip last = trips.remove(truckId);
        if (loaded && last != null && last.task() == Task.LOAD) {
            loadedAt.put(last.unitId(), now);
        }
        if (!loaded && last != null && last.task() == Task.OFFLOAD) {
            dumps.dumped(last, now);
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

    /** What is known of the dumps. */
    DumpMemory dumps() {
        return dumps;
    }
}
