package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.assignment.AssignmentCounts;
import io.fueloptimine.jobs.simulator.delivery.DeliveryCounts;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Instant;

/**
 * The state of a running simulation.
 *
 * @param mineTime mine time (UTC)
 * @param speedUp mine seconds per wall second, as reached since this start
 * @param published messages published since the mine's first start; pending ones of this run
 * @param publishedThisRun messages published since this start
 * @param delivery what the scenario's delivery faults did since this start
 * @param assignments assignments received since this start
 * @param pit tonnes, litres and cycles since the mine's first start
 * @param uncleanEnds how often the mine ended without being stopped. Messages of the last moments
 *     before each of them are missing in {@code published}
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

    /** Messages that the broker acknowledged since the mine's first start, each counted once. */
    public long sent() {
        return published.sent();
    }

    /** Messages that the broker acknowledged since this start, each counted once. */
    public long sentThisRun() {
        return publishedThisRun.sent();
    }

    /**
     * Messages made to be published since this start, whatever the broker answered: those that it
     * refused or did not answer are included.
     */
    public long madeThisRun() {
        return publishedThisRun.sent()
                + publishedThisRun.refused()
                + publishedThisRun.pending()
                + delivery.held();
    }

    /** Messages that wait for radio coverage or that the broker has not acknowledged yet. */
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
