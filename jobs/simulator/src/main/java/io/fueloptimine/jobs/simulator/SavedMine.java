package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.pit.PitSnapshot;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Instant;

/**
 * What a mine needs to go on after a stop.
 *
 * @param format version of this form
 * @param site the mine's name
 * @param seed its seed
 * @param scenario the scenario's name
 * @param scenarioStart the moment in mine time from which the scenario's offsets count
 * @param horizon how far the mine may have run beyond the snapshot without saving again
 * @param clean whether it was stopped in order, so that nothing happened after the snapshot
 * @param published what was sent since the mine's first start
 * @param uncleanEnds how often it ended without being stopped
 * @param pit the machines
 */
record SavedMine(
        int format,
        String site,
        long seed,
        String scenario,
        Instant scenarioStart,
        Instant horizon,
        boolean clean,
        PublishCounts published,
        int uncleanEnds,
        PitSnapshot pit) {

    static final int FORMAT = 2;
}
