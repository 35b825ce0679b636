package io.fueloptimine.jobs.simulator.traffic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The trucks on a road segment in one direction. Not thread-safe. */
final class Lane {

    private static final long NEVER_MS = Long.MIN_VALUE / 2;

    private final Map<String, Long> exitMsByTruck = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private long exitedMs = NEVER_MS;

    void enter(String truckId, long exitMs) {
        exitMsByTruck.put(truckId, exitMs);
        standing.remove(truckId);
    }

    void remove(String truckId) {
        exitMsByTruck.remove(truckId);
        standing.remove(truckId);
    }

    /** The truck has left the lane, at the time at which it was to leave it. */
    void leave(String truckId) {
        Long exitMs = exitMsByTruck.remove(truckId);
        if (exitMs != null) {
            exited(exitMs);
        }
    }

    /** The truck stands at the edge of the road. */
    void stop(String truckId) {
        exitMsByTruck.remove(truckId);
        standing.add(truckId);
    }

    /** A truck left the lane at that time, in ms since the epoch. */
    void exited(long ms) {
        exitedMs = Math.max(exitedMs, ms);
    }

    boolean drives(String truckId) {
        return exitMsByTruck.containsKey(truckId);
    }

    int othersStanding(String truckId) {
        return standing.size() - (standing.contains(truckId) ? 1 : 0);
    }

    /** The time at which the last truck left the lane, in ms since the epoch. */
    long lastExitMs() {
        return exitedMs;
    }

    /** The earliest time at which another truck can leave the lane, in ms since the epoch. */
    long nextExitMs() {
        long lastMs = exitedMs;
        for (long exitMs : exitMsByTruck.values()) {
            lastMs = Math.max(lastMs, exitMs);
        }
        return lastMs + RoadTraffic.HEADWAY_MS;
    }
}
