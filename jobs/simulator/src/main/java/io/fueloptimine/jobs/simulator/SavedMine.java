package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.pit.PitSnapshot;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Instant;

/**
 * The state from which the next start of a simulation continues.
 *
 * @param format version of this format
 * @param site the site's name
 * @param seed the seed
 * @param scenario the scenario's name
 * @param scenarioStart mine time from which the scenario's offsets count
 * @param horizon mine time that the mine may have reached after the snapshot without saving again
 * @param clean whether the mine was stopped, so that nothing happened after the snapshot
 * @param published messages published since the mine's first start
 * @param uncleanEnds how often the mine ended without being stopped
 * @param pit the state of the machines
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
