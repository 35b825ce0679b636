package io.fueloptimine.jobs.simulator.pit;

import java.time.Instant;
import java.util.Map;

/**
 * A pit at one moment, enough for a second start to go on from it: no sequence number is used
 * twice, no litre or tonne is lost. Plain values, so that JSON carries it.
 *
 * <p>A truck that was being loaded, was dumping or refuelling arrives there anew; one that was on
 * the road goes on from the same metre.
 *
 * @param time mine time
 * @param seed the pit's seed
 * @param figures the counters so far
 * @param machines by machine id
 */
public record PitSnapshot(
        Instant time, long seed, PitFigures figures, Map<String, MachineSnapshot> machines) {}
