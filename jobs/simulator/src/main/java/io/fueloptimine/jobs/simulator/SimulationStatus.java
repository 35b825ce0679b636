package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.assignment.AssignmentCounts;
import io.fueloptimine.jobs.simulator.delivery.DeliveryCounts;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Instant;

/**
 * The state of a running simulation.
 *
 * @param mineTime simulated time (UTC)
 * @param speedUp achieved seconds of simulated time per second of wall time, since the start of
 *     this run
 * @param published messages published since the mine's first start; the number of pending messages
 *     is that of this run
 * @param publishedThisRun messages published since the start of this run
 * @param delivery counts of the scenario's delivery faults (lost, corrupted, repeated and delayed
 *     messages) since the start of this run
 * @param assignments assignments received since the start of this run
 * @param pit counts of the pit, such as tonnes, litres and cycles since the mine's first start
 * @param uncleanEnds number of times that the mine ended without a regular stop; {@code published}
 *     lacks the messages published between the last save and each such end
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

    /** Messages that the broker acknowledged since the start of this run, each counted once. */
    public long sentThisRun() {
        return publishedThisRun.sent();
    }

    /**
     * Messages that the mine produced for publishing since the start of this run. The number
     * includes messages that the broker refused or has not answered.
     */
    public long madeThisRun() {
        return publishedThisRun.sent()
                + publishedThisRun.refused()
                + publishedThisRun.pending()
                + delivery.held();
    }

    /**
     * Messages that are held for lack of radio coverage, plus messages that the broker has not
     * acknowledged yet.
     */
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
