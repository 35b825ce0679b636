package io.fueloptimine.models.drift.cause;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The drifts of a site that have not ended.
 *
 * @param fleet whether the consumption of all trucks has drifted
 * @param roads the road segments, with the excess when they drifted, % of weight
 * @param classes the machine classes whose inputs have drifted, with the scope of their event
 * @param roadsSeenMs when each of these segments was compared last, ms since the epoch
 * @param classesSeenMs when each of these classes was compared last, ms since the epoch
 */
public record OpenDrifts(
        boolean fleet,
        Map<String, Double> roads,
        Map<String, DriftScope> classes,
        Map<String, Long> roadsSeenMs,
        Map<String, Long> classesSeenMs) {

    /** No drift. */
    public static final OpenDrifts NONE =
            new OpenDrifts(false, Map.of(), Map.of(), Map.of(), Map.of());

    /** The open drifts after a step, and the events of the step. */
    public record Step(OpenDrifts open, List<DriftEvent> events) {}

    /** The open drifts after the event of a fleet's residuals. */
    public OpenDrifts withFleet(boolean drifted) {
        return new OpenDrifts(drifted, roads, classes, roadsSeenMs, classesSeenMs);
    }

    /**
     * @param seen the segments that were compared at a time
     */
    OpenDrifts withRoads(Map<String, Double> newRoads, Set<String> seen, Instant at) {
        return new OpenDrifts(
                fleet,
                newRoads,
                classes,
                seen(roadsSeenMs, newRoads.keySet(), seen, at),
                classesSeenMs);
    }

    /**
     * @param seen the classes that were compared at a time
     */
    OpenDrifts withClasses(Map<String, DriftScope> newClasses, Set<String> seen, Instant at) {
        return new OpenDrifts(
                fleet,
                roads,
                newClasses,
                roadsSeenMs,
                seen(classesSeenMs, newClasses.keySet(), seen, at));
    }

    private static Map<String, Long> seen(
            Map<String, Long> before, Set<String> open, Set<String> seen, Instant at) {
        Map<String, Long> after = new TreeMap<>(before);
        seen.forEach(name -> after.put(name, at.toEpochMilli()));
        after.keySet().retainAll(open);
        return after;
    }

    /** The segments or classes that were not compared for a time, by name. */
    static List<String> unseen(Map<String, Long> seenMs, Instant at, Duration time) {
        long until = at.minus(time).toEpochMilli();
        return seenMs.keySet().stream().filter(name -> seenMs.get(name) <= until).sorted().toList();
    }
}
