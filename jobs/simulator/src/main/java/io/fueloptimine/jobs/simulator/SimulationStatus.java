package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.assignment.AssignmentCounts;
import io.fueloptimine.jobs.simulator.delivery.DeliveryCounts;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Instant;

/**
 * A mine at one moment.
 *
 * @param mineTime its clock (UTC)
 * @param speedUp mine seconds per wall second, really reached since this start
 * @param published what was sent since the mine's first start; pending of this run
 * @param publishedThisRun the same since this start
 * @param delivery what the scenario did to the messages since this start
 * @param assignments what came from dispatch since this start
 * @param pit tonnes, litres and cycles since the mine's first start
 * @param uncleanEnds how often the mine ended without being stopped; each time, messages that were
 *     sent in the last moments are missing in {@code published}
 */
public record SimulationStatus(
        Instant mineTime,
        double speedUp,
        PublishCounts published,
        PublishCounts publishedThisRun,
        DeliveryCounts delivery,
        AssignmentCounts assignments,
        PitCounts pit,
        int uncleanEnds) {

    /** Readings that the broker acknowledged since the mine's first start, each counted once. */
    public long sent() {
        return published.sent();
    }

    /** Readings that the broker acknowledged since this start, each counted once. */
    public long sentThisRun() {
        return publishedThisRun.sent();
    }

    /** Messages on their way: held by a radio shadow or not yet acknowledged. */
    public long pending() {
        return published.pending() + delivery.held();
    }

    /** Tonnes hauled since the mine's first start, t. */
    public double hauledT() {
        return pit.hauledT();
    }

    /** Diesel burnt by haul trucks since the mine's first start, L. */
    public double burntL() {
        return pit.burntL();
    }

    /** Haul cycles completed since the mine's first start. */
    public long cycles() {
        return pit.cycles();
    }
}
