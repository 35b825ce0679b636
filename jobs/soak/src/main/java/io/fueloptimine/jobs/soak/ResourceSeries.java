package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The measured values of one resource of one role, such as the memory of the TaskManager, over the
 * restarts of its process. Not thread-safe.
 */
final class ResourceSeries {

    /** The time after a start of a process in which values are left out. */
    private static final Duration PROCESS_WARM_UP = Duration.ofMinutes(1);

    /** The part of the whole time that is left out at the beginning. */
    private static final double RUN_WARM_UP = 1.0 / 6;

    private static final double HOURS_PER_MINUTE = 1.0 / 60;

    private record Value(Duration at, double value) {}

    private final String role;
    private final String resource;
    private final List<Value> values = new ArrayList<>();
    private long process = -1;
    private Duration firstSeen = Duration.ZERO;

    /**
     * @param role the process or job
     * @param resource what is measured, with its unit
     */
    ResourceSeries(String role, String resource) {
        this.role = role;
        this.resource = resource;
    }

    /**
     * Adds a value, unless its process is younger than one minute. The age counts from the first
     * value of the process.
     *
     * @param at time since the start of the load, not before that of the last value
     * @param processId the process that was measured
     */
    void add(Duration at, long processId, double value) {
        if (processId != process) {
            process = processId;
            firstSeen = at;
        }
        if (at.minus(firstSeen).compareTo(PROCESS_WARM_UP) >= 0) {
            values.add(new Value(at, value));
        }
    }

    /**
     * The growth after the first sixth of the time, from the median of each minute.
     *
     * @param length the length of the whole measurement
     */
    Growth growth(Duration length) {
        double warmUpNanos = length.toNanos() * RUN_WARM_UP;
        TreeMap<Long, List<Double>> minutes = new TreeMap<>();
        values.stream()
                .filter(value -> value.at().toNanos() >= warmUpNanos)
                .forEach(
                        value ->
                                minutes.computeIfAbsent(
                                                value.at().toMinutes(), key -> new ArrayList<>())
                                        .add(value.value()));
        double[] hours = minutes.keySet().stream().mapToDouble(m -> m * HOURS_PER_MINUTE).toArray();
        double[] medians = minutes.values().stream().mapToDouble(Medians::of).toArray();
        return Growth.of(role, resource, hours, medians);
    }
}
