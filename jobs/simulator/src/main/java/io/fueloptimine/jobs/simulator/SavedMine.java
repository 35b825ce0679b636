package io.fueloptimine.jobs.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.simulator.channel.PublishFigures;
import java.time.Instant;

/**
 * What a mine needs to go on after a stop.
 *
 * @param format version of this form
 * @param site the mine's name
 * @param seed its seed
 * @param scenario the scenario's name
 * @param scenarioStart the moment in mine time from which the scenario's offsets count
 * @param mineTime how far the mine has run
 * @param horizon how far it may have run beyond {@code mineTime} without saving again
 * @param clean whether it was stopped in order, so that nothing happened after {@code mineTime}
 * @param published what was sent since the mine's first start
 * @param uncleanEnds how often it ended without being stopped
 * @param pit the machines, as the pit writes them
 */
record SavedMine(
        int format,
        String site,
        long seed,
        String scenario,
        Instant scenarioStart,
        Instant mineTime,
        Instant horizon,
        boolean clean,
        PublishFigures published,
        int uncleanEnds,
        JsonNode pit) {

    static final int FORMAT = 1;
}
