package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.pit.PitSnapshot;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Instant;

/**
 * The state from which the next start of a simulation continues.
 *
 * @param format version of the file format
 * @param site the site's name
 * @param seed the seed
 * @param scenario the scenario's name
 * @param scenarioStart simulated time at which the scenario begins
 * @param horizon latest simulated time that the mine may have reached since this snapshot
 * @param clean true if the mine was stopped regularly and has not run after the snapshot; false if
 *     the mine may have run up to the horizon
 * @param published messages published since the mine's first start
 * @param uncleanEnds number of times that the mine ended without a regular stop
 * @param pit the snapshot of the pit, with the state of all machines
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

    static final int FORMAT = 6;
}
