package io.fueloptimine.models.drift.cause;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import java.util.List;
import java.util.Map;

/**
 * The drifts of a site that have not ended.
 *
 * @param fleet whether the consumption of all trucks has drifted
 * @param roads the road segments, with the excess when they drifted, % of weight
 * @param classes the machine classes whose inputs have drifted, with the scope of their event
 */
public record OpenDrifts(
        boolean fleet, Map<String, Double> roads, Map<String, DriftScope> classes) {

    /** No drift. */
    public static final OpenDrifts NONE = new OpenDrifts(false, Map.of(), Map.of());

    /** The open drifts after a step, and the events of the step. */
    public record Step(OpenDrifts open, List<DriftEvent> events) {}

    /** The open drifts after the event of a fleet's residuals. */
    public OpenDrifts withFleet(boolean drifted) {
        return new OpenDrifts(drifted, roads, classes);
    }

    OpenDrifts withRoads(Map<String, Double> newRoads) {
        return new OpenDrifts(fleet, newRoads, classes);
    }

    OpenDrifts withClasses(Map<String, DriftScope> newClasses) {
        return new OpenDrifts(fleet, roads, newClasses);
    }
}
